// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Every refusal of the pass contracts, one typed error each.
library Errors {
    /// @dev Only the creator of this collection may do this.
    error NotCreator();
    /// @dev The tier was never set.
    error TierUnknown();
    /// @dev All passes of the tier are sold.
    error SoldOut();
    /// @dev The price now asked is above what the payer agreed to.
    error PriceMoved(uint256 priceWei, uint256 maxPriceWei);
    /// @dev The value sent is not the price.
    error WrongValue(uint256 sentWei, uint256 priceWei);
    /// @dev The price is not a whole multiple of `Fees.PRICE_STEP_WEI`.
    error PriceNotWhole();
    /// @dev A supply of zero, or one below what is already sold or above what was promised.
    error SupplyRefused();
    /// @dev A change would take away what holders of the tier have paid for.
    error PromiseBroken();
    /// @dev A flag that this version does not know.
    error FlagsUnknown();
    /// @dev Lifetime passes and passes of a non-renewable tier cannot be renewed or cancelled.
    error NotRenewable();
    /// @dev Not a whole, positive number of periods, or an expiry that is not ahead, or beyond the year 2514.
    error PeriodsRefused();
    /// @dev The pass is bound to its first owner.
    error Soulbound();
    /// @dev Only the owner of the pass may do this.
    error NotPassOwner();
    /// @dev There is nothing to withdraw.
    error NothingOwed();
    /// @dev The call takes no money.
    error NoValueHere();
    /// @dev Only the owner of the factory may do this.
    error NotOwner();
    /// @dev A creator has one collection, and this creator's exists.
    error CollectionExists();
    /// @dev The zero address is not an account.
    error ZeroAddress();
}
