// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {SignatureCheckerLib} from "solady/utils/SignatureCheckerLib.sol";
import {CurveERC20} from "./CurveERC20.sol";
import {IPersonalToken} from "./interfaces/IPersonalToken.sol";
import {ITokenFactory} from "./interfaces/ITokenFactory.sol";
import {Charter, Charters} from "./libraries/Charter.sol";
import {Curve} from "./libraries/Curve.sol";
import {Owed} from "./libraries/Owed.sol";
import {TokenErrors} from "./libraries/TokenErrors.sol";
import {TokenFees} from "./libraries/TokenFees.sol";

/// @title One account's token with its own curve and its own reserve.
/// @dev A clone per account. Money moves only in trades and claims, and each changes its books before it calls anyone.
contract PersonalToken is CurveERC20, IPersonalToken {
    bytes32 private constant _SELL_TYPEHASH = keccak256(
        "Sell(address owner,address to,uint256 amount,uint256 minOut,uint256 nonce,uint256 deadline,bytes32 ref)"
    );
    uint256 private constant _PAYEE_DELAY_S = 2 days;

    Owed private _owed;
    uint256 private _creatorLock;
    address private _payee;

    /// @dev offered160 | readyAt96, from the lowest bit up.
    uint256 private _payeeOffer;

    address private immutable _FACTORY = msg.sender;

    /// @inheritdoc IPersonalToken
    function buy(address to, uint256 minOut, uint256 deadline, bytes32 ref) external payable returns (uint256 out) {
        _mustBeInTime(deadline);
        Charter charter = Charters.ofThis();
        out = _buy(charter, msg.sender, to, minOut, ref, charter.launchShareBps());
    }

    /// @inheritdoc IPersonalToken
    function buyExact(uint256 amount, address to, uint256 deadline, bytes32 ref)
        external
        payable
        returns (uint256 costWei)
    {
        _mustBeInTime(deadline);
        Owed owed_ = _owed;
        uint256 supply = totalSupply();
        uint256 minted;
        uint256 creatorWei;
        uint256 protocolWei;
        (costWei, minted, creatorWei, protocolWei) = _costOf(Charters.ofThis(), owed_, supply, amount);
        if (costWei > msg.value) revert TokenErrors.TokenPriceMoved(costWei, msg.value);
        _owed = owed_.with(creatorWei, protocolWei);
        unchecked {
            _give(supply, to, amount, minted - amount);
            emit Bought(msg.sender, to, costWei << 128 | amount, creatorWei << 128 | protocolWei, ref);
            if (msg.value != costWei) SafeTransferLib.safeTransferETH(msg.sender, msg.value - costWei);
        }
    }

    /// @inheritdoc IPersonalToken
    function buyFor(address payer, address to, uint256 minOut, bytes32 ref, bool isFirst, bool isLocked)
        external
        payable
        returns (uint256 out)
    {
        if (msg.sender != _FACTORY) revert TokenErrors.NotTokenFactory();
        Charter charter = Charters.ofThis();
        out = _buy(charter, payer, to, minOut, ref, isFirst ? 0 : charter.launchShareBps());
        if (!isLocked) return out;
        _creatorLock = out;
        emit FirstBuyLocked(out, charter.lockedUntil());
    }

    /// @inheritdoc IPersonalToken
    function sell(uint256 amount, address to, uint256 minOut, uint256 deadline, bytes32 ref)
        external
        returns (uint256 out)
    {
        _mustBeInTime(deadline);
        out = _sell(msg.sender, amount, to, minOut, ref);
    }

    /// @inheritdoc IPersonalToken
    function sellWithPermit(SellOrder calldata order, bytes calldata signature) external returns (uint256 out) {
        _mustBeInTime(order.deadline);
        uint256 nonce = nonces(order.owner);
        bytes32 digest = keccak256(
            abi.encodePacked(
                hex"1901",
                DOMAIN_SEPARATOR(),
                keccak256(
                    abi.encode(
                        _SELL_TYPEHASH,
                        order.owner,
                        order.to,
                        order.amount,
                        order.minOut,
                        nonce,
                        order.deadline,
                        order.ref
                    )
                )
            )
        );
        _incrementNonce(order.owner);
        if (!SignatureCheckerLib.isValidSignatureNowCalldata(order.owner, digest, signature)) {
            revert TokenErrors.TokenSignatureRefused();
        }
        out = _sell(order.owner, order.amount, order.to, order.minOut, order.ref);
    }

    /// @inheritdoc IPersonalToken
    function claim() external returns (uint256 creatorWei, uint256 protocolWei) {
        Owed owed_ = _owed;
        (creatorWei, protocolWei) = (owed_.creatorWei(), owed_.protocolWei());
        if (creatorWei | protocolWei == 0) revert TokenErrors.NoTokenFees();
        _owed = owed_.paid();
        address to = payee();
        address feeRecipient = ITokenFactory(_FACTORY).feeRecipient();
        emit Claimed(to, creatorWei, feeRecipient, protocolWei);
        // Forced: a receiver that reverts or burns its 100,000 gas is paid all the same.
        if (creatorWei != 0) SafeTransferLib.forceSafeTransferETH(to, creatorWei);
        if (protocolWei != 0) SafeTransferLib.forceSafeTransferETH(feeRecipient, protocolWei);
    }

    /// @inheritdoc IPersonalToken
    function lowerCreatorFee(uint96 bps) external {
        Charter charter = _mustBeCreator();
        Owed owed_ = _owed;
        if (bps >= _creatorBps(charter, owed_)) revert TokenErrors.TokenFeeRefused();
        _owed = owed_.lowered(charter.firstCreatorBps() - bps);
        emit CreatorFeeLowered(bps);
    }

    /// @inheritdoc IPersonalToken
    function offerPayee(address to) external {
        _mustBeCreator();
        uint256 readyAt = block.timestamp + _PAYEE_DELAY_S;
        _payeeOffer = uint160(to) | readyAt << 160;
        emit PayeeOffered(to, readyAt);
    }

    /// @inheritdoc IPersonalToken
    function becomePayee() external {
        uint256 offer = _payeeOffer;
        address to = address(uint160(offer));
        bool isMature = msg.sender == Charters.ofThis().creator() && block.timestamp >= offer >> 160;
        if (to == address(0) || (msg.sender != to && !isMature)) revert TokenErrors.TokenPayeeRefused();
        _payeeOffer = 0;
        _payee = to;
        emit PayeeSet(to);
    }

    /// @inheritdoc IPersonalToken
    function releaseFirstBuy() external {
        Charter charter = Charters.ofThis();
        uint256 amount = _creatorLock;
        if (amount == 0) revert TokenErrors.NoTokenFees();
        if (block.timestamp < charter.lockedUntil()) revert TokenErrors.TokenStillLocked(charter.lockedUntil());
        _creatorLock = 0;
        _transfer(address(this), charter.creator(), amount);
        emit FirstBuyReleased(amount);
    }

    /// @inheritdoc IPersonalToken
    function quoteBuy(uint112 valueWei)
        external
        view
        returns (uint256 out, uint256 lockedForEver, uint256 creatorWei, uint256 protocolWei)
    {
        Charter charter = Charters.ofThis();
        (out, creatorWei, protocolWei) = _mintable(charter, _owed, totalSupply(), valueWei);
        lockedForEver = TokenFees.feeDown(out, charter.launchShareBps());
        out -= lockedForEver;
    }

    /// @inheritdoc IPersonalToken
    function quoteCost(uint256 amount)
        external
        view
        returns (uint256 costWei, uint256 lockedForEver, uint256 creatorWei, uint256 protocolWei)
    {
        (costWei, lockedForEver, creatorWei, protocolWei) = _costOf(Charters.ofThis(), _owed, totalSupply(), amount);
        lockedForEver -= amount;
    }

    /// @inheritdoc IPersonalToken
    function quoteSell(uint80 amount) external view returns (uint256 out, uint256 creatorWei, uint256 protocolWei) {
        if (amount == 0 || amount > totalSupply()) revert TokenErrors.TokenAmountRefused();
        return _proceedsOf(Charters.ofThis(), _owed, totalSupply() - amount, amount);
    }

    /// @inheritdoc IPersonalToken
    function reserveOf(uint96 supply) external view returns (uint256) {
        if (supply >= Curve.Y0) revert TokenErrors.TokenAmountRefused();
        return Curve.reserveUp(supply, Charters.ofThis().x0());
    }

    /// @inheritdoc IPersonalToken
    function spotPrice() external view returns (uint256) {
        uint256 x0 = Charters.ofThis().x0();
        uint256 supply = totalSupply();
        return (x0 + Curve.reserveUp(supply, x0)) * 1 ether / (Curve.Y0 - supply);
    }

    /// @inheritdoc IPersonalToken
    function owed() external view returns (uint256 creatorWei, uint256 protocolWei) {
        return (_owed.creatorWei(), _owed.protocolWei());
    }

    /// @inheritdoc IPersonalToken
    function terms() external view returns (address, uint256, uint256, uint256, uint256, uint256) {
        Charter charter = Charters.ofThis();
        return (
            charter.creator(),
            charter.launchedAt(),
            charter.preset(),
            charter.protocolBps(),
            _creatorBps(charter, _owed),
            charter.lockedUntil()
        );
    }

    /// @inheritdoc IPersonalToken
    function creatorLock() external view returns (uint256) {
        return _creatorLock;
    }

    /// @inheritdoc IPersonalToken
    function payee() public view returns (address) {
        address to = _payee;
        return to == address(0) ? Charters.ofThis().creator() : to;
    }

    /// @inheritdoc IPersonalToken
    function factory() external view returns (address) {
        return _FACTORY;
    }

    /// @notice As its creator chose, for ever.
    function name() public view override returns (string memory) {
        bytes memory inscription = _inscription();
        return _part(inscription, 1 + uint8(inscription[0]), inscription.length);
    }

    /// @notice As its creator chose, for ever.
    function symbol() public view override returns (string memory) {
        bytes memory inscription = _inscription();
        return _part(inscription, 1, 1 + uint8(inscription[0]));
    }

    function _buy(Charter charter, address payer, address to, uint256 minOut, bytes32 ref, uint256 shareBps)
        private
        returns (uint256 out)
    {
        Owed owed_ = _owed;
        uint256 creatorWei;
        uint256 protocolWei;
        uint256 supply = totalSupply();
        (out, creatorWei, protocolWei) = _mintable(charter, owed_, supply, msg.value);
        unchecked {
            uint256 lockedForEver = shareBps == 0 ? 0 : TokenFees.feeDown(out, shareBps);
            out -= lockedForEver;
            if (out < minOut) revert TokenErrors.TokenPriceMoved(out, minOut);
            _owed = owed_.with(creatorWei, protocolWei);
            _give(supply, to, out, lockedForEver);
            emit Bought(payer, to, msg.value << 128 | out, creatorWei << 128 | protocolWei, ref);
        }
    }

    function _sell(address owner, uint256 amount, address to, uint256 minOut, bytes32 ref)
        private
        returns (uint256 out)
    {
        if (amount == 0) revert TokenErrors.TokenAmountRefused();
        _mustReceive(to);
        uint256 left = _burnFrom(owner, amount);
        Owed owed_ = _owed;
        uint256 creatorWei;
        uint256 protocolWei;
        (out, creatorWei, protocolWei) = _proceedsOf(Charters.ofThis(), owed_, left, amount);
        if (out < minOut) revert TokenErrors.TokenPriceMoved(out, minOut);
        _owed = owed_.with(creatorWei, protocolWei);
        emit Sold(owner, to, amount << 128 | out, creatorWei << 128 | protocolWei, ref);
        SafeTransferLib.safeTransferETH(to, out);
    }

    /// @dev Tokens come into being here and nowhere else, always against money that the caller has counted.
    function _give(uint256 supply, address to, uint256 amount, uint256 lockedForEver) private {
        _mintOnto(supply, to, amount);
        if (lockedForEver != 0) _mintOnto(supply + amount, address(this), lockedForEver);
    }

    /// @dev What a value buys. Fees first; then the largest supply whose reserve the rest can carry.
    function _mintable(Charter charter, Owed owed_, uint256 supply, uint256 valueWei)
        private
        pure
        returns (uint256 minted, uint256 creatorWei, uint256 protocolWei)
    {
        if (valueWei > Curve.MAX_WEI) revert TokenErrors.TokenAmountRefused();
        uint256 x0 = charter.x0();
        unchecked {
            uint256 reserve = Curve.reserveUp(supply, x0);
            protocolWei = TokenFees.feeDown(valueWei, charter.protocolBps());
            creatorWei = TokenFees.feeDown(valueWei, _creatorBps(charter, owed_));
            uint256 next = Curve.supplyDown(reserve + valueWei - protocolWei - creatorWei, x0);
            minted = next - supply;
            if (minted == 0) revert TokenErrors.TokenAmountRefused();
            creatorWei = valueWei - protocolWei - (Curve.reserveUp(next, x0) - reserve);
        }
    }

    /// @dev The least round sum whose rest after fees carries the tokens, with those the launch locks on top.
    function _costOf(Charter charter, Owed owed_, uint256 supply, uint256 amount)
        private
        view
        returns (uint256 costWei, uint256 minted, uint256 creatorWei, uint256 protocolWei)
    {
        if (amount >= Curve.Y0) revert TokenErrors.TokenAmountRefused();
        unchecked {
            uint256 shareBps = charter.launchShareBps();
            minted = shareBps == 0 ? amount : _divUp(amount * TokenFees.BPS, TokenFees.BPS - shareBps);
            if (minted == 0 || minted >= Curve.Y0 - supply) revert TokenErrors.TokenAmountRefused();
            uint256 netWei = Curve.between(supply, supply + minted, charter.x0());
            uint256 protocolBps = charter.protocolBps();
            costWei = _divUp(netWei * TokenFees.BPS, TokenFees.BPS - protocolBps - _creatorBps(charter, owed_));
            if (costWei > Curve.MAX_WEI) revert TokenErrors.TokenAmountRefused();
            protocolWei = TokenFees.feeDown(costWei, protocolBps);
            creatorWei = costWei - protocolWei - netWei;
        }
    }

    /// @dev What tokens fetch when `left` remain: the fall of the reserve, less fees.
    function _proceedsOf(Charter charter, Owed owed_, uint256 left, uint256 amount)
        private
        pure
        returns (uint256 out, uint256 creatorWei, uint256 protocolWei)
    {
        uint256 x0 = charter.x0();
        unchecked {
            uint256 grossWei = Curve.between(left, left + amount, x0);
            protocolWei = TokenFees.feeDown(grossWei, charter.protocolBps());
            creatorWei = TokenFees.feeDown(grossWei, _creatorBps(charter, owed_));
            out = grossWei - protocolWei - creatorWei;
        }
    }

    function _creatorBps(Charter charter, Owed owed_) private pure returns (uint256) {
        unchecked {
            return charter.firstCreatorBps() - owed_.loweredBps();
        }
    }

    function _mustBeCreator() private view returns (Charter charter) {
        charter = Charters.ofThis();
        if (msg.sender != charter.creator()) revert TokenErrors.NotTokenCreator();
    }

    function _mustBeInTime(uint256 deadline) private view {
        if (block.timestamp > deadline) revert TokenErrors.TokenDeadlinePassed();
    }

    /// @dev symbolLength8 | symbol | name, behind the charter.
    function _inscription() private view returns (bytes memory) {
        bytes memory code = address(this).code;
        uint256 start = Charters.OFFSET + 32;
        return bytes(_part(code, start, code.length));
    }

    function _part(bytes memory whole, uint256 from, uint256 to) private pure returns (string memory) {
        bytes memory part = new bytes(to - from);
        for (uint256 i; i < part.length; ++i) {
            part[i] = whole[from + i];
        }
        return string(part);
    }

    function _divUp(uint256 a, uint256 b) private pure returns (uint256) {
        unchecked {
            return (a + b - 1) / b;
        }
    }
}
