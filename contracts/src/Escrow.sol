// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EIP712} from "solady/utils/EIP712.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {Till} from "./Till.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {Errors} from "./libraries/Errors.sol";
import {Fees} from "./libraries/Fees.sol";
import {PaymentErrors} from "./libraries/PaymentErrors.sol";
import {Signatures} from "./libraries/Signatures.sol";

/// @title Refund until opened, and commissions by milestones with time-outs both ways.
/// @dev No arbiter and no owner of funds: each step has one side to move and a time, and silence decides for the other.
contract Escrow is Till, EIP712, IEscrow {
    uint256 private constant MAX_MILESTONES = 10;
    uint256 private constant MAX_REJECTIONS = 2;
    uint256 private constant MIN_TIME_S = 1 hours;
    uint256 private constant MAX_TIME_S = 365 days;
    bytes32 private constant RECEIPT_TYPEHASH = keccak256("Receipt(bytes32 deal)");

    mapping(bytes32 id => Deal) private _deals;
    mapping(bytes32 id => uint96[]) private _amounts;

    constructor(address firstOwner, address firstFeeRecipient) Till(firstOwner, firstFeeRecipient) {}

    /// @inheritdoc IEscrow
    function lock(address payee, address token, uint96 amount, uint40 openBy, bytes32 ref)
        external
        payable
        returns (bytes32 id)
    {
        _mustBeAhead(openBy);
        Deal storage deal;
        (id, deal) = _fund(payee, token, amount, ref);
        emit DealFunded(id, msg.sender, payee, ref, token, amount, 0);
        _move(id, deal, Step.Goods, openBy);
    }

    /// @inheritdoc IEscrow
    function commission(address payee, address token, uint96[] calldata amounts, Terms calldata terms, bytes32 ref)
        external
        payable
        returns (bytes32 id)
    {
        _mustBeAhead(terms.acceptBy);
        _mustBeSpan(terms.deliverWithinS);
        _mustBeSpan(terms.reviewWithinS);
        uint96 amount = _sumOf(amounts);
        Deal storage deal;
        (id, deal) = _fund(payee, token, amount, ref);
        deal.deliverWithinS = terms.deliverWithinS;
        deal.reviewWithinS = terms.reviewWithinS;
        _amounts[id] = amounts;
        emit DealFunded(id, msg.sender, payee, ref, token, amount, amounts.length);
        _move(id, deal, Step.Offered, terms.acceptBy);
    }

    /// @inheritdoc IEscrow
    function open(bytes32 id) external {
        Deal storage deal = _goods(id);
        if (msg.sender != deal.payer) revert PaymentErrors.NotYours();
        _open(id, deal);
    }

    /// @inheritdoc IEscrow
    function openWithReceipt(bytes32 id, bytes calldata signature) external {
        Deal storage deal = _goods(id);
        bytes32 digest = _hashTypedData(keccak256(abi.encode(RECEIPT_TYPEHASH, id)));
        if (!Signatures.areBy(deal.payer, digest, signature)) {
            revert PaymentErrors.BadSignature();
        }
        _open(id, deal);
    }

    /// @inheritdoc IEscrow
    function accept(bytes32 id) external {
        Deal storage deal = _mustBeAt(id, Step.Offered);
        _mustActInTime(deal, deal.payee);
        _move(id, deal, Step.Working, block.timestamp + deal.deliverWithinS);
    }

    /// @inheritdoc IEscrow
    function deliver(bytes32 id) external {
        Deal storage deal = _mustBeAt(id, Step.Working);
        _mustActInTime(deal, deal.payee);
        _move(id, deal, Step.Delivered, block.timestamp + deal.reviewWithinS);
    }

    /// @inheritdoc IEscrow
    function approve(bytes32 id) external {
        Deal storage deal = _mustBeAt(id, Step.Delivered);
        if (msg.sender != deal.payer) revert PaymentErrors.NotYours();
        _finishMilestone(id, deal);
    }

    /// @inheritdoc IEscrow
    function reject(bytes32 id) external {
        Deal storage deal = _mustBeAt(id, Step.Delivered);
        _mustActInTime(deal, deal.payer);
        if (deal.rejections == MAX_REJECTIONS) revert PaymentErrors.WrongStep();
        ++deal.rejections;
        _move(id, deal, Step.Working, block.timestamp + deal.deliverWithinS);
    }

    /// @inheritdoc IEscrow
    function claim(bytes32 id) external {
        Deal storage deal = _mustBeAt(id, Step.Delivered);
        if (block.timestamp <= deal.deadline) revert PaymentErrors.TooEarly();
        _finishMilestone(id, deal);
    }

    /// @inheritdoc IEscrow
    function refund(bytes32 id) external {
        Deal storage deal = _deals[id];
        Step step = deal.step;
        if (step == Step.None) revert PaymentErrors.DealUnknown();
        if (step == Step.Done) {
            if (_amounts[id].length == 0) revert PaymentErrors.AlreadyOpened();
            revert PaymentErrors.WrongStep();
        }
        if (step == Step.Refunded) revert PaymentErrors.WrongStep();
        if (msg.sender != deal.payee) _mustBeRefundable(deal, step);
        uint256 amount = deal.remaining;
        deal.remaining = 0;
        _move(id, deal, Step.Refunded, 0);
        (address payer, address token) = (deal.payer, deal.token);
        emit DealRefunded(id, payer, token, amount, _pushOrCredit(token, payer, amount));
    }

    /// @inheritdoc IEscrow
    function dealOf(bytes32 id) external view returns (Deal memory) {
        return _deals[id];
    }

    /// @inheritdoc IEscrow
    function amountsOf(bytes32 id) external view returns (uint96[] memory) {
        return _amounts[id];
    }

    /// @inheritdoc IEscrow
    function dealId(address payer, bytes32 ref) public pure returns (bytes32) {
        return keccak256(abi.encode(payer, ref));
    }

    /// @dev Books the reserve before a token moves, and the deal before anything else can be called.
    function _fund(address payee, address token, uint96 amount, bytes32 ref)
        private
        returns (bytes32 id, Deal storage deal)
    {
        if (amount == 0) revert PaymentErrors.NothingPaid();
        if (payee == address(0) || payee == address(this) || payee == msg.sender) revert PaymentErrors.PayeeRefused();
        id = dealId(msg.sender, ref);
        deal = _deals[id];
        if (deal.step != Step.None) revert PaymentErrors.DealExists();
        (deal.payer, deal.payee, deal.token, deal.remaining) = (msg.sender, payee, token, amount);
        reserved[token] += amount;
        if (token == address(0)) {
            if (msg.value != amount) revert Errors.WrongValue(msg.value, amount);
        } else {
            if (msg.value != 0) revert PaymentErrors.ValueWithToken();
            _takeExactly(token, msg.sender, amount);
        }
    }

    function _open(bytes32 id, Deal storage deal) private {
        uint256 gross = deal.remaining;
        _move(id, deal, Step.Done, 0);
        _release(id, deal, gross);
    }

    /// @dev The deal has moved on before the payee is paid.
    function _finishMilestone(bytes32 id, Deal storage deal) private {
        uint96[] storage amounts = _amounts[id];
        uint256 gross = amounts[deal.milestone];
        if (deal.milestone + 1 == amounts.length) {
            _move(id, deal, Step.Done, 0);
        } else {
            ++deal.milestone;
            deal.rejections = 0;
            _move(id, deal, Step.Working, block.timestamp + deal.deliverWithinS);
        }
        _release(id, deal, gross);
    }

    function _release(bytes32 id, Deal storage deal, uint256 gross) private {
        deal.remaining -= uint96(gross);
        uint256 fee = Fees.platformFeeDown(gross);
        (address payee, address token) = (deal.payee, deal.token);
        bool credited = _pushOrCredit(token, payee, gross - fee);
        reserved[token] -= fee;
        emit DealReleased(id, payee, token, gross, fee, credited);
    }

    function _move(bytes32 id, Deal storage deal, Step step, uint256 deadline) private {
        (deal.step, deal.deadline) = (step, uint40(deadline));
        emit DealMoved(id, step, deal.milestone, deadline);
    }

    function _goods(bytes32 id) private view returns (Deal storage deal) {
        deal = _deals[id];
        if (deal.step == Step.Done && _amounts[id].length == 0) revert PaymentErrors.AlreadyOpened();
        return _mustBeAt(id, Step.Goods);
    }

    function _mustBeAt(bytes32 id, Step step) private view returns (Deal storage deal) {
        deal = _deals[id];
        if (deal.step == Step.None) revert PaymentErrors.DealUnknown();
        if (deal.step != step) revert PaymentErrors.WrongStep();
    }

    function _mustActInTime(Deal storage deal, address who) private view {
        if (msg.sender != who) revert PaymentErrors.NotYours();
        if (block.timestamp > deal.deadline) revert PaymentErrors.TooLate();
    }

    /// @dev For everybody but the payee. A delivery waits for the payer's word or for the payee's claim.
    function _mustBeRefundable(Deal storage deal, Step step) private view {
        if (step == Step.Delivered) revert PaymentErrors.WrongStep();
        if (block.timestamp > deal.deadline) return;
        if (step == Step.Working) revert PaymentErrors.TooEarly();
        if (msg.sender != deal.payer) revert PaymentErrors.NotYours();
    }

    function _mustBeAhead(uint256 deadline) private view {
        if (deadline <= block.timestamp || deadline > block.timestamp + MAX_TIME_S) revert PaymentErrors.TermsRefused();
    }

    function _mustBeSpan(uint256 seconds_) private pure {
        if (seconds_ < MIN_TIME_S || seconds_ > MAX_TIME_S) revert PaymentErrors.TermsRefused();
    }

    function _sumOf(uint96[] calldata amounts) private pure returns (uint96 sum) {
        if (amounts.length == 0 || amounts.length > MAX_MILESTONES) revert PaymentErrors.TermsRefused();
        for (uint256 i; i < amounts.length; ++i) {
            if (amounts[i] == 0) revert PaymentErrors.TermsRefused();
            sum += amounts[i];
        }
    }

    function _domainNameAndVersion() internal pure override returns (string memory, string memory) {
        return ("CoreFans Escrow", "1");
    }
}
