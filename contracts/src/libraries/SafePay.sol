// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";

/// @title Pays a receiver that may refuse, without ever reverting for its sake.
/// @dev Enough gas for any honest receiver, too little to make the payer's transaction fail. Not a promise of gas: who
/// needs more is credited instead, and takes the money itself.
library SafePay {
    uint256 private constant NATIVE_GAS = 100_000;
    uint256 private constant TOKEN_GAS = 300_000;

    /// @dev Whether `to` has been paid; `token` zero is the native coin.
    function tried(address token, address to, uint256 amount) internal returns (bool) {
        return token == address(0) ? triedNative(to, amount) : _triedToken(token, to, amount);
    }

    function triedNative(address to, uint256 amount) internal returns (bool) {
        return SafeTransferLib.trySafeTransferETH(to, amount, NATIVE_GAS);
    }

    /// @dev Copies at most one word of the answer, so that nothing it returns costs us gas. A token that answers
    /// nothing (USDT) has succeeded if it has code.
    function _triedToken(address token, address to, uint256 amount) private returns (bool paid) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(0x14, to)
            mstore(0x34, amount)
            // transfer(address,uint256), then twelve zero bytes that clean the address's high bits.
            mstore(0x00, 0xa9059cbb000000000000000000000000)
            paid := call(TOKEN_GAS, token, 0, 0x10, 0x44, 0x00, 0x20)
            let saidYes := and(eq(mload(0x00), 1), gt(returndatasize(), 0x1f))
            let saidNothing := and(iszero(returndatasize()), gt(extcodesize(token), 0))
            paid := and(paid, or(saidYes, saidNothing))
            mstore(0x40, free)
        }
    }
}
