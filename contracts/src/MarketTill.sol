// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ReentrancyGuard} from "solady/utils/ReentrancyGuard.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {TwoStepOwner} from "./TwoStepOwner.sol";
import {IPassMarket} from "./interfaces/IPassMarket.sol";
import {Errors} from "./libraries/Errors.sol";
import {MarketErrors} from "./libraries/MarketErrors.sol";

/// @title The money of the market. Offer funds and credits are counted; what else lies here are the platform's fees.
/// @dev So a sale writes no account of fees. The guard keeps fees from being taken while a sale's money is on its way.
abstract contract MarketTill is TwoStepOwner, ReentrancyGuard, IPassMarket {
    /// @dev A receiver gets this much gas at most: enough for any honest one, too little to burn the buyer's.
    uint256 private constant RECEIVER_GAS = 100_000;

    /// @inheritdoc IPassMarket
    address public feeRecipient;
    /// @inheritdoc IPassMarket
    mapping(address account => uint256) public offerFundsOf;
    /// @inheritdoc IPassMarket
    mapping(address token => mapping(address account => uint256)) public creditOf;
    /// @dev The sum of all offer funds (native) and credits, by token.
    mapping(address token => uint256) private _held;

    constructor(address firstOwner, address firstFeeRecipient) TwoStepOwner(firstOwner) {
        _setFeeRecipient(firstFeeRecipient);
    }

    /// @inheritdoc IPassMarket
    function depositForOffers() external payable nonReentrant {
        offerFundsOf[msg.sender] += msg.value;
        _held[address(0)] += msg.value;
        emit OfferFundsAdded(msg.sender, msg.sender, msg.value);
    }

    /// @inheritdoc IPassMarket
    function withdrawOfferFunds(uint256 amountWei) external nonReentrant {
        _takeOfferFunds(msg.sender, amountWei);
        emit OfferFundsTaken(msg.sender, amountWei);
        SafeTransferLib.safeTransferETH(msg.sender, amountWei);
    }

    /// @inheritdoc IPassMarket
    function claim(address token, address to) external nonReentrant {
        uint256 amount = creditOf[token][msg.sender];
        if (amount == 0) revert MarketErrors.NothingCredited();
        creditOf[token][msg.sender] = 0;
        _held[token] -= amount;
        emit SaleCreditClaimed(msg.sender, token, to, amount);
        _send(token, to, amount);
    }

    /// @inheritdoc IPassMarket
    function withdrawFees(address token) external nonReentrant {
        uint256 amount = feesOf(token);
        if (amount == 0) revert Errors.NothingOwed();
        emit MarketFeesWithdrawn(feeRecipient, token, amount);
        _send(token, feeRecipient, amount);
    }

    /// @inheritdoc IPassMarket
    function setFeeRecipient(address recipient) external onlyOwner {
        _setFeeRecipient(recipient);
    }

    /// @inheritdoc IPassMarket
    function feesOf(address token) public view returns (uint256) {
        uint256 balance =
            token == address(0) ? address(this).balance : SafeTransferLib.balanceOf(token, address(this));
        return balance - _held[token];
    }

    function _takeOfferFunds(address account, uint256 amountWei) internal {
        uint256 funds = offerFundsOf[account];
        if (funds < amountWei) revert MarketErrors.OfferFundsMissing();
        unchecked {
            offerFundsOf[account] = funds - amountWei;
        }
        _held[address(0)] -= amountWei;
    }

    /// @dev Pays `to` from `payer`'s ERC-20, or from native coin that is already here; credits what cannot be sent.
    function _payOrCredit(address token, address payer, address to, uint256 amount) internal returns (bool isCredited) {
        if (amount == 0) return false;
        if (token == address(0)) {
            if (SafeTransferLib.trySafeTransferETH(to, amount, RECEIVER_GAS)) return false;
        } else {
            if (SafeTransferLib.trySafeTransferFrom(token, payer, to, amount)) return false;
            SafeTransferLib.safeTransferFrom(token, payer, address(this), amount);
        }
        creditOf[token][to] += amount;
        _held[token] += amount;
        return true;
    }

    function _send(address token, address to, uint256 amount) private {
        if (token == address(0)) SafeTransferLib.safeTransferETH(to, amount);
        else SafeTransferLib.safeTransfer(token, to, amount);
    }

    function _setFeeRecipient(address recipient) private {
        if (recipient == address(0)) revert Errors.ZeroAddress();
        feeRecipient = recipient;
        emit MarketFeeRecipientSet(recipient);
    }
}
