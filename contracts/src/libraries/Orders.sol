// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPassMarket} from "../interfaces/IPassMarket.sol";

/// @title The EIP-712 words of orders.
library Orders {
    bytes32 private constant ASK = keccak256(
        "Ask(address maker,address nft,uint256 id,uint256 tokenNonce,uint256 price,address token,uint256 minExpiry,uint256 deadline,uint256 nonce,uint256 counter)"
    );
    bytes32 private constant BID = keccak256(
        "Bid(address maker,address nft,uint8 scope,uint256 id,uint256 price,address token,uint256 minExpiry,uint256 deadline,uint256 nonce,uint256 counter)"
    );

    /// @dev Scopes of a bid: one pass, any of a tier, any of the collection.
    uint256 internal constant SCOPE_PASS = 0;
    uint256 internal constant SCOPE_TIER = 1;
    uint256 internal constant SCOPE_COLLECTION = 2;

    function hash(IPassMarket.Ask calldata ask) internal pure returns (bytes32) {
        return keccak256(abi.encode(ASK, ask));
    }

    function hash(IPassMarket.Bid calldata bid) internal pure returns (bytes32) {
        return keccak256(abi.encode(BID, bid));
    }
}
