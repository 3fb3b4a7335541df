// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title The platform's and the creator's shares, as constants nobody can change.
library Fees {
    uint256 internal constant BPS = 10_000;

    /// @dev 5 % of every primary sale and renewal. A new factory version may charge less, never more than `MAX_PLATFORM_BPS`.
    uint256 internal constant PLATFORM_BPS = 500;
    uint256 internal constant MAX_PLATFORM_BPS = 1_000;

    /// @dev The platform's share of a resale, rounded down in favour of the seller.
    uint256 internal constant RESALE_BPS = 250;

    /// @dev The creator chooses a royalty per tier up to this; the product proposes 500.
    uint256 internal constant MAX_ROYALTY_BPS = 1_000;

    /// @dev Prices are multiples of this, so the fee of one payment is exact and the fees of many add up to the fee of
    /// their sum. That is why a sale writes no counter: what is owed follows from the balance (saves about 5,000 gas).
    uint256 internal constant PRICE_STEP_WEI = BPS / PLATFORM_BPS;

    /// @dev Rounds down, in favour of the creator; exact for multiples of `PRICE_STEP_WEI`.
    function platformFeeDown(uint256 amountWei) internal pure returns (uint256) {
        unchecked {
            return amountWei / PRICE_STEP_WEI;
        }
    }

    /// @dev Rounds down, in favour of the seller.
    function shareDown(uint256 amount, uint256 bps) internal pure returns (uint256) {
        return amount * bps / BPS;
    }
}
