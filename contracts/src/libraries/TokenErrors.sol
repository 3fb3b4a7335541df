// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Every refusal of the personal-token contracts, one typed error each.
library TokenErrors {
    /// @dev The trade, or the signed terms, came too late.
    error TokenDeadlinePassed();
    /// @dev The trade would now give `got`, which is worse than the `bound` the trader agreed to: tokens or wei
    /// received when less, wei asked when more.
    error TokenPriceMoved(uint256 got, uint256 bound);
    /// @dev Nothing, or more than the curve can ever give.
    error TokenAmountRefused();
    /// @dev The zero address holds no tokens and receives no money.
    error TokenReceiverRefused();
    /// @dev Only the account this token belongs to may do this.
    error NotTokenCreator();
    /// @dev Only the factory, or the batch launch it made, may do this.
    error NotTokenFactory();
    /// @dev A fee above its cap, or one that would rise.
    error TokenFeeRefused();
    /// @dev The creator's first buy is locked until then.
    error TokenStillLocked(uint256 untilS);
    /// @dev There is nothing to pay out or release.
    error NoTokenFees();
    /// @dev The creator's fees were not offered to the caller, or the offer is too young.
    error TokenPayeeRefused();
    /// @dev An account has one token, and this account's exists.
    error TokenExists();
    /// @dev A name, symbol, preset or lock that cannot be.
    error TokenTermsRefused();
    /// @dev Not the signature of the account concerned on exactly these terms, or one that was revoked.
    error TokenSignatureRefused();
    /// @dev The purchase that brings a token into being is free of the launch surcharge, hence small.
    error FirstBuyTooLarge(uint256 maxWei);
    /// @dev The factory has no such function.
    error TokenCallUnknown();
    /// @dev A creator's first buy is locked for thirty days at least, and comes with `create`.
    error FirstBuyUnlocked();
    /// @dev The batch is not, or no longer, open for deposits.
    error BatchClosed();
    /// @dev The batch cannot be settled or abandoned now.
    error BatchNotDue();
}
