// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC721} from "solady/tokens/ERC721.sol";

/// @title A marketplace that pays no royalty, in the two ways there are: by approval, and by holding the pass itself.
contract ForeignMarket {
    function settle(ERC721 nft, address seller, uint256 id) external payable {
        nft.transferFrom(seller, msg.sender, id);
        payable(seller).transfer(msg.value);
    }

    function sellHeld(ERC721 nft, address seller, uint256 id) external payable {
        nft.transferFrom(address(this), msg.sender, id);
        payable(seller).transfer(msg.value);
    }
}
