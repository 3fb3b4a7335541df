// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20} from "solady/tokens/ERC20.sol";
import {TokenErrors} from "./libraries/TokenErrors.sol";

/// @title solady's ERC-20 without its two habits that we refuse, and with a mint that does not read the supply twice.
abstract contract CurveERC20 is ERC20 {
    /// @dev The slots of solady's ERC-20 0.1.26, which keeps them private. The tests compare with `totalSupply`,
    /// `balanceOf` and the Transfer log, so a version that moves them cannot pass.
    uint256 private constant _TOTAL_SUPPLY_SLOT = 0x05345cdf77eb68f44c;
    uint256 private constant _BALANCE_SLOT_SEED = 0x87a211a2;
    uint256 private constant _TRANSFER = 0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef;

    /// @notice As ERC-20, but never to the zero address: only a sale burns.
    function transfer(address to, uint256 amount) public override returns (bool) {
        _mustReceive(to);
        return super.transfer(to, amount);
    }

    /// @notice As ERC-20, but never to the zero address: only a sale burns.
    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        _mustReceive(to);
        return super.transferFrom(from, to, amount);
    }

    /// @dev Mints when the supply is known and the curve has bounded what comes on top: saves 130 gas.
    function _mintOnto(uint256 supply, address to, uint256 amount) internal {
        _mustReceive(to);
        /// @solidity memory-safe-assembly
        assembly {
            sstore(_TOTAL_SUPPLY_SLOT, add(supply, amount))
            mstore(0x0c, _BALANCE_SLOT_SEED)
            mstore(0x00, to)
            let slot := keccak256(0x0c, 0x20)
            sstore(slot, add(sload(slot), amount))
            mstore(0x20, amount)
            log3(0x20, 0x20, _TRANSFER, 0, shr(96, mload(0x0c)))
        }
    }

    /// @dev Burns, and answers the supply that is left without reading it again.
    function _burnFrom(address from, uint256 amount) internal returns (uint256 left) {
        /// @solidity memory-safe-assembly
        assembly {
            mstore(0x0c, _BALANCE_SLOT_SEED)
            mstore(0x00, from)
            let slot := keccak256(0x0c, 0x20)
            let balance_ := sload(slot)
            if gt(amount, balance_) {
                mstore(0x00, 0xf4d678b8) // `InsufficientBalance()`.
                revert(0x1c, 0x04)
            }
            sstore(slot, sub(balance_, amount))
            // No balance is above the supply.
            left := sub(sload(_TOTAL_SUPPLY_SLOT), amount)
            sstore(_TOTAL_SUPPLY_SLOT, left)
            mstore(0x00, amount)
            log3(0x00, 0x20, _TRANSFER, shr(96, shl(96, from)), 0)
        }
    }

    function _mustReceive(address to) internal pure {
        if (to == address(0)) revert TokenErrors.TokenReceiverRefused();
    }

    /// @dev Nobody gets an allowance that its owner did not give.
    function _givePermit2InfiniteAllowance() internal pure override returns (bool) {
        return false;
    }
}
