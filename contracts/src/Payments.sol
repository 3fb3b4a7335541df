// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {Sponsored} from "./Sponsored.sol";
import {Till} from "./Till.sol";
import {IPayments} from "./interfaces/IPayments.sol";
import {Fees} from "./libraries/Fees.sol";
import {PaymentErrors} from "./libraries/PaymentErrors.sol";
import {SafePay} from "./libraries/SafePay.sol";

interface IERC2612 {
    function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)
        external;
}

/// @title Tips and one-time payments.
/// @dev A delivered tip writes no storage here: fees are what is left of the balance (see {Till}).
contract Payments is Till, Sponsored, IPayments {
    uint8 private constant TIP = 0;
    uint8 private constant ONCE = 1;

    /// @dev One bit per nonce, 256 to a word: a payer whose nonces are neighbours pays for the word once.
    mapping(address payer => mapping(uint256 word => uint256)) private _paid;

    constructor(address firstOwner, address firstFeeRecipient, address forwarder)
        Till(firstOwner, firstFeeRecipient)
        Sponsored(forwarder)
    {}

    /// @inheritdoc IPayments
    function tip(address payee, bytes32 ref) external payable {
        _payNative(payee, ref, TIP);
    }

    /// @inheritdoc IPayments
    function tipToken(address token, address payee, uint256 amount, bytes32 ref) external {
        _payToken(token, payee, amount, ref, TIP);
    }

    /// @inheritdoc IPayments
    function tipTokenWithPermit(address token, address payee, uint256 amount, bytes32 ref, Permit calldata permit)
        external
    {
        _permit(token, amount, permit);
        _payToken(token, payee, amount, ref, TIP);
    }

    /// @inheritdoc IPayments
    function payOnce(address payee, bytes32 ref) external payable {
        _payNative(payee, ref, ONCE);
    }

    /// @inheritdoc IPayments
    function payOnceToken(address token, address payee, uint256 amount, bytes32 ref) external {
        _payToken(token, payee, amount, ref, ONCE);
    }

    /// @inheritdoc IPayments
    function payOnceTokenWithPermit(address token, address payee, uint256 amount, bytes32 ref, Permit calldata permit)
        external
    {
        _permit(token, amount, permit);
        _payToken(token, payee, amount, ref, ONCE);
    }

    /// @inheritdoc IPayments
    function isPaid(address payer, bytes32 ref) external view returns (bool) {
        uint256 nonce = uint64(uint256(ref));
        return _paid[payer][nonce >> 8] >> (nonce & 255) & 1 != 0;
    }

    function _payNative(address payee, bytes32 ref, uint8 kind) private {
        address payer = _begin(payee, msg.value, ref, kind);
        uint256 fee = Fees.platformFeeDown(msg.value);
        bool credited = !SafePay.triedNative(payee, msg.value - fee);
        if (credited) _credit(address(0), payee, msg.value - fee);
        emit Paid(payer, payee, ref, address(0), msg.value, fee, kind, credited);
    }

    /// @dev All of it comes here and the net goes on in the same breath; one look at our own balance before and after
    /// shows that both moves were exact. Whatever a token's callbacks do in between, less the fee recipient's own
    /// withdrawal, leaves the balance equal to reserve and fees, or reverts here.
    function _payToken(address token, address payee, uint256 amount, bytes32 ref, uint8 kind) private {
        address payer = _begin(payee, amount, ref, kind);
        uint256 fee = Fees.platformFeeDown(amount);
        uint256 net = amount - fee;
        uint256 before = SafeTransferLib.balanceOf(token, address(this));
        SafeTransferLib.safeTransferFrom(token, payer, address(this), amount);
        bool credited = !SafePay.tried(token, payee, net);
        if (credited) _credit(token, payee, net);
        _mustHaveGained(token, before, credited ? amount : fee);
        emit Paid(payer, payee, ref, token, amount, fee, kind, credited);
    }

    /// @dev Checks, and spends the nonce before any money moves.
    function _begin(address payee, uint256 amount, bytes32 ref, uint8 kind) private returns (address payer) {
        payer = _caller();
        if (amount == 0) revert PaymentErrors.NothingPaid();
        if (payee == address(0) || payee == address(this) || payee == payer) revert PaymentErrors.PayeeRefused();
        if (kind == ONCE) {
            uint256 nonce = uint64(uint256(ref));
            uint256 bit = 1 << (nonce & 255);
            uint256 word = _paid[payer][nonce >> 8];
            if (word & bit != 0) revert PaymentErrors.AlreadyPaid();
            _paid[payer][nonce >> 8] = word | bit;
        }
    }

    /// @dev Somebody may have used the permission already, out of the pool; then the allowance is there, or the
    /// transfer will say that it is not.
    function _permit(address token, uint256 amount, Permit calldata permit) private {
        try IERC2612(token).permit(_caller(), address(this), amount, permit.deadline, permit.v, permit.r, permit.s) {}
            catch {}
    }
}
