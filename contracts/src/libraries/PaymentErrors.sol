// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Every refusal of payments, escrow, splits and sponsored calls, one typed error each.
library PaymentErrors {
    /// @dev A payment or deposit of nothing.
    error NothingPaid();
    /// @dev Nobody pays the zero address, the contract itself, or themselves.
    error PayeeRefused();
    /// @dev This payer has already paid for this reference, or for another with the same nonce.
    error AlreadyPaid();
    /// @dev The token moved another amount than it was told: tokens that tax their transfers are refused.
    error TokenNotExact();
    /// @dev The caller has no credit in this token, or there are no fees.
    error NoCredit();
    /// @dev Value was sent with a payment in tokens.
    error ValueWithToken();
    /// @dev There is no such deal.
    error DealUnknown();
    /// @dev The payer has used this reference in a deal before.
    error DealExists();
    /// @dev The goods were opened: the sale is final.
    error AlreadyOpened();
    /// @dev The deal is not at the step where this can be done.
    error WrongStep();
    /// @dev Only the other side of the deal, or neither yet, may do this.
    error NotYours();
    /// @dev The time for this has passed.
    error TooLate();
    /// @dev The other side still has time.
    error TooEarly();
    /// @dev No milestone, too many, one of nothing, or times out of bounds.
    error TermsRefused();
    /// @dev The receipt or request is not signed by whom it names.
    error BadSignature();
    /// @dev Recipients are 2 to 20, ascending, none zero, each with a share.
    error RecipientsRefused();
    /// @dev The shares do not add up to 10,000 basis points.
    error SharesNotWhole(uint256 sumBps);
    /// @dev The account has no share in this split.
    error NoShare();
    /// @dev The sponsor's deposit or its budget for this account does not cover the call.
    error BudgetSpent();
    /// @dev The request's nonce was used, or is not the next one.
    error NonceUsed();
    /// @dev The target does not trust this forwarder.
    error TargetRefused();
    /// @dev Less gas was supplied than the request asks for.
    error GasTooLow();
    /// @dev The test coin exists on test chains only.
    error NotOnThisChain();
    /// @dev More than the faucet gives at once.
    error FaucetBound();
}
