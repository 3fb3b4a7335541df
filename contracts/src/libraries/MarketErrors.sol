// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Refusals of the market.
library MarketErrors {
    /// @dev The order's deadline has passed.
    error OrderExpired();
    /// @dev The maker cancelled the order, or the bid was filled.
    error OrderDead();
    /// @dev The maker is not somebody else.
    error SelfTrade();
    /// @dev An order for nothing, or for more than 2^128.
    error OrderPriceRefused();
    /// @dev The bid is for other passes than this.
    error NotWhatWasBid();
    /// @dev The bidder's offer funds do not cover the price.
    error OfferFundsMissing();
    /// @dev As many signatures as asks, and at least one.
    error BatchRefused();
    /// @dev There is nothing to claim.
    error NothingCredited();
}
