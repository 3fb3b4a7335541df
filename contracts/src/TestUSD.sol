// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20} from "solady/tokens/ERC20.sol";
import {PaymentErrors} from "./libraries/PaymentErrors.sol";

/// @title A dollar of no value, for the devnet: 6 decimals, permit, and a faucet for everybody.
contract TestUSD is ERC20 {
    /// @notice The most that one call of the faucet gives.
    uint256 public constant FAUCET_MAX = 10_000e6;

    constructor() {
        if (block.chainid == 1116 || block.chainid == 1114) revert PaymentErrors.NotOnThisChain();
    }

    /// @notice Gives `amount` to `to`.
    function faucet(address to, uint256 amount) external {
        if (amount > FAUCET_MAX) revert PaymentErrors.FaucetBound();
        _mint(to, amount);
    }

    /// @notice The full name.
    function name() public pure override returns (string memory) {
        return "CoreFans Test Dollar";
    }

    /// @notice As shown beside amounts.
    function symbol() public pure override returns (string memory) {
        return "tUSD";
    }

    /// @notice As USDT and USDC.
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    /// @dev Nobody has an allowance that was not given.
    function _givePermit2InfiniteAllowance() internal pure override returns (bool) {
        return false;
    }
}
