// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title The bonding curve: a constant product with a virtual reserve, (x0 + reserve) * (y0 - supply) = x0 * y0.
/// @dev The reserve is a function of the supply alone, rounded up. A trade moves the reserve from R(s) to R(s'), so
/// costs telescope: however trades are cut, the contract holds exactly R(totalSupply). x0 and y0 are below 2^96, and
/// money below 2^96, so nothing here can overflow.
library Curve {
    /// @dev One million tokens: what could be sold for infinitely much money.
    uint256 internal constant Y0 = 1_000_000 ether;

    /// @dev Starting price 0.001, 0.01 or 0.1 of the coin per token: 1,000, 10,000 or 100,000 coins of virtual reserve.
    uint256 internal constant PRESETS = 3;
    uint256 private constant _X0 = 1_000 ether | (10_000 ether << 80) | (100_000 ether << 160);

    /// @dev Money beyond this in one trade is refused: the native supply is far below it.
    uint256 internal constant MAX_WEI = type(uint96).max;

    function x0Of(uint256 preset) internal pure returns (uint256) {
        unchecked {
            return _X0 >> (preset * 80) & (1 << 80) - 1;
        }
    }

    /// @dev R(supply). Rounds up, in favour of those who still hold. The supply is below Y0, always.
    function reserveUp(uint256 supply, uint256 x0) internal pure returns (uint256) {
        unchecked {
            return _divUp(x0 * Y0, Y0 - supply) - x0;
        }
    }

    /// @dev The largest supply whose reserve is at most `reserveWei`; rounds down, in favour of those who hold.
    function supplyDown(uint256 reserveWei, uint256 x0) internal pure returns (uint256) {
        unchecked {
            return Y0 - _divUp(x0 * Y0, x0 + reserveWei);
        }
    }

    /// @dev R(high) - R(low): what the tokens between two supplies cost to buy, and fetch when sold, before fees.
    function between(uint256 low, uint256 high, uint256 x0) internal pure returns (uint256) {
        unchecked {
            uint256 product = x0 * Y0;
            return _divUp(product, Y0 - high) - _divUp(product, Y0 - low);
        }
    }

    function _divUp(uint256 a, uint256 b) private pure returns (uint256 c) {
        /// @solidity memory-safe-assembly
        assembly {
            c := add(div(a, b), iszero(iszero(mod(a, b))))
        }
    }
}
