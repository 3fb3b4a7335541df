// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {TwoStepOwner} from "./TwoStepOwner.sol";
import {ITill} from "./interfaces/ITill.sol";
import {Errors} from "./libraries/Errors.sol";
import {PaymentErrors} from "./libraries/PaymentErrors.sol";
import {SafePay} from "./libraries/SafePay.sol";

/// @title Pays out, and remembers whom it could not pay.
/// @dev balance == reserved + fees, always. Fees have no counter: they are what is left. So only the platform may take
/// them: it has no reason to do so inside somebody's token callback, where money on its way would look like fees.
abstract contract Till is TwoStepOwner, ITill {
    /// @inheritdoc ITill
    mapping(address account => mapping(address token => uint256)) public owed;
    /// @inheritdoc ITill
    mapping(address token => uint256) public reserved;
    /// @inheritdoc ITill
    address public feeRecipient;

    constructor(address firstOwner, address firstFeeRecipient) TwoStepOwner(firstOwner) {
        _setFeeRecipient(firstFeeRecipient);
    }

    /// @inheritdoc ITill
    function withdraw(address token, address to) external {
        uint256 amount = owed[msg.sender][token];
        if (amount == 0) revert PaymentErrors.NoCredit();
        if (to == address(0)) revert Errors.ZeroAddress();
        owed[msg.sender][token] = 0;
        emit CreditWithdrawn(msg.sender, token, to, amount);
        _send(token, to, amount);
        reserved[token] -= amount;
    }

    /// @inheritdoc ITill
    function withdrawFees(address token) external {
        if (msg.sender != feeRecipient && msg.sender != owner) revert Errors.NotOwner();
        uint256 amount = fees(token);
        if (amount == 0) revert PaymentErrors.NoCredit();
        emit FeesTaken(token, feeRecipient, amount);
        _send(token, feeRecipient, amount);
    }

    /// @inheritdoc ITill
    function setFeeRecipient(address recipient) external onlyOwner {
        _setFeeRecipient(recipient);
    }

    /// @inheritdoc ITill
    /// @dev Zero, not a fault, while money is on its way and the reserve is ahead of the balance.
    function fees(address token) public view returns (uint256) {
        uint256 balance = token == address(0) ? address(this).balance : SafeTransferLib.balanceOf(token, address(this));
        uint256 kept = reserved[token];
        return balance > kept ? balance - kept : 0;
    }

    /// @dev Takes exactly `amount` of a token from `from`; refuses a token that moved anything else.
    function _takeExactly(address token, address from, uint256 amount) internal {
        uint256 before = SafeTransferLib.balanceOf(token, address(this));
        SafeTransferLib.safeTransferFrom(token, from, address(this), amount);
        _mustHaveGained(token, before, amount);
    }

    function _mustHaveGained(address token, uint256 before, uint256 amount) internal view {
        uint256 balance = SafeTransferLib.balanceOf(token, address(this));
        unchecked {
            if (balance - before != amount) revert PaymentErrors.TokenNotExact();
        }
    }

    /// @dev Pays from what is reserved, or leaves it reserved as the receiver's credit. Never reverts for the
    /// receiver's sake.
    function _pushOrCredit(address token, address to, uint256 amount) internal returns (bool credited) {
        bool paid = SafePay.tried(token, to, amount);
        if (paid) reserved[token] -= amount;
        else owed[to][token] += amount;
        return !paid;
    }

    /// @dev Money that has come in and could not be passed on.
    function _credit(address token, address to, uint256 amount) internal {
        reserved[token] += amount;
        owed[to][token] += amount;
    }

    function _send(address token, address to, uint256 amount) private {
        if (token == address(0)) SafeTransferLib.safeTransferETH(to, amount);
        else SafeTransferLib.safeTransfer(token, to, amount);
    }

    function _setFeeRecipient(address recipient) private {
        if (recipient == address(0)) revert Errors.ZeroAddress();
        feeRecipient = recipient;
        emit FeeRecipientSet(recipient);
    }
}
