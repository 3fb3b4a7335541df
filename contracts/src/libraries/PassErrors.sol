// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Refusals of passes beyond their sale: moves, loans, vouchers.
library PassErrors {
    /// @dev The pass was given away less than 24 h ago.
    error GiftTooSoon();
    /// @dev Only its owner, or PassMarket by the owner's signature, moves this pass.
    error OperatorRefused();
    /// @dev Only PassMarket may do this.
    error NotMarket();
    /// @dev The pass is lent until its loan ends or its borrower returns it.
    error PassLent();
    /// @dev A loan ends later than now, and its borrower is somebody else.
    error LoanRefused();
    /// @dev A loan lasts thirty days at most and does not outlive the pass.
    error LoanTooLong();
    /// @dev The pass moved, ended or was used since the order was signed.
    error PassChanged();
    /// @dev The pass has lapsed, was used, or ends earlier than the order demands.
    error PassLapsed();
    /// @dev The pass is not good for a single use, or its use is spent.
    error NotConsumable();
    /// @dev A royalty above the cap.
    error RoyaltyRefused();
    /// @dev The voucher's deadline has passed.
    error VoucherExpired();
    /// @dev The voucher was used or withdrawn.
    error VoucherSpent();
    /// @dev Not signed by whom it claims, or in a form that could be written twice.
    error SignatureRefused();
}
