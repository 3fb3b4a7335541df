// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ECDSA} from "solady/utils/ECDSA.sol";

/// @title A contract wallet (ERC-1271) of one signer.
contract Wallet {
    address private immutable _SIGNER;

    constructor(address signer) {
        _SIGNER = signer;
    }

    receive() external payable {}

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        return ECDSA.recoverCalldata(digest, signature) == _SIGNER ? bytes4(0x1626ba7e) : bytes4(0);
    }
}
