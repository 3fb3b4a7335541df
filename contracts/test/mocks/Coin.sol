// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20} from "solady/tokens/ERC20.sol";

/// @title A plain ERC-20 with permit, and a list of people it serves no more, as the big stablecoins have.
contract Coin is ERC20 {
    mapping(address => bool) public isBlocked;

    function name() public pure override returns (string memory) {
        return "Coin";
    }

    function symbol() public pure override returns (string memory) {
        return "COIN";
    }

    function give(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function block_(address account) external {
        isBlocked[account] = true;
    }

    function _beforeTokenTransfer(address from, address to, uint256) internal view override {
        require(!isBlocked[from] && !isBlocked[to], "blocked");
    }

    function _givePermit2InfiniteAllowance() internal pure override returns (bool) {
        return false;
    }
}
