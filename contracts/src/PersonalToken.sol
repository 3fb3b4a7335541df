// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {TokenPrice} from "./TokenPrice.sol";
import {IPersonalToken} from "./interfaces/IPersonalToken.sol";
import {ITokenFactory} from "./interfaces/ITokenFactory.sol";
import {TokenTerms, TokenTermsLib} from "./libraries/TokenTerms.sol";
import {Credits} from "./libraries/Credits.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {TokenErrors} from "./libraries/TokenErrors.sol";
import {TokenFees} from "./libraries/TokenFees.sol";

/// @title One account's token with its own curve and its own reserve.
/// @dev A clone per account. Money moves only in trades and claims, and each changes its books before it calls anyone.
/// What a trade comes to is read in {TokenPrice}.
contract PersonalToken is TokenPrice {
    bytes32 private constant _SELL_TYPEHASH = keccak256(
        "Sell(address owner,address to,uint256 amount,uint256 minOut,uint256 nonce,uint256 deadline,bytes32 ref)"
    );
    uint256 private constant _PAYEE_DELAY_S = 2 days;

    uint256 private _creatorLock;
    address private _payee;

    /// @dev offered160 | readyAt96, from the lowest bit up.
    uint256 private _payeeOffer;

    address private immutable _FACTORY = msg.sender;

    /// @inheritdoc IPersonalToken
    function buy(address to, uint256 minOut, uint256 deadline, bytes32 ref) external payable returns (uint256 out) {
        _mustBeInTime(deadline);
        TokenTerms terms_ = TokenTermsLib.ofThis();
        out = _buy(terms_, msg.sender, to, minOut, ref, terms_.launchShareBps());
    }

    /// @inheritdoc IPersonalToken
    function buyExact(uint256 amount, address to, uint256 deadline, bytes32 ref)
        external
        payable
        returns (uint256 costWei)
    {
        _mustBeInTime(deadline);
        Credits credits_ = _credits;
        uint256 supply = totalSupply();
        uint256 minted;
        uint256 creatorWei;
        uint256 protocolWei;
        (costWei, minted, creatorWei, protocolWei) = _costOf(TokenTermsLib.ofThis(), credits_, supply, amount);
        if (costWei > msg.value) revert TokenErrors.TokenPriceMoved(costWei, msg.value);
        _credits = credits_.with(creatorWei, protocolWei);
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
        TokenTerms terms_ = TokenTermsLib.ofThis();
        out = _buy(terms_, payer, to, minOut, ref, isFirst ? 0 : terms_.launchShareBps());
        if (!isLocked) return out;
        _creatorLock = out;
        emit FirstBuyLocked(out, terms_.lockedUntil());
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
        if (!Signatures.areBy(order.owner, digest, signature)) {
            revert TokenErrors.TokenSignatureRefused();
        }
        out = _sell(order.owner, order.amount, order.to, order.minOut, order.ref);
    }

    /// @inheritdoc IPersonalToken
    function claim() external returns (uint256 creatorWei, uint256 protocolWei) {
        (creatorWei, protocolWei) = _payOut(_credits);
        if (creatorWei | protocolWei == 0) revert TokenErrors.NoTokenFees();
    }

    /// @inheritdoc IPersonalToken
    function lowerCreatorFee(uint96 bps) external {
        TokenTerms terms_ = _mustBeCreator();
        Credits credits_ = _credits;
        if (bps >= _creatorBps(terms_, credits_)) revert TokenErrors.TokenFeeRefused();
        _credits = credits_.lowered(terms_.firstCreatorBps() - bps);
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
        bool isMature = msg.sender == TokenTermsLib.ofThis().creator() && block.timestamp >= offer >> 160;
        if (to == address(0) || (msg.sender != to && !isMature)) revert TokenErrors.TokenPayeeRefused();
        _payeeOffer = 0;
        // What was earned so far is of whom it was earned for.
        Credits credits_ = _credits;
        if (credits_.creatorWei() != 0) _payOut(credits_);
        _payee = to;
        emit PayeeSet(to);
    }

    /// @inheritdoc IPersonalToken
    function releaseFirstBuy() external {
        TokenTerms terms_ = TokenTermsLib.ofThis();
        uint256 amount = _creatorLock;
        if (amount == 0) revert TokenErrors.NoTokenFees();
        if (block.timestamp < terms_.lockedUntil()) revert TokenErrors.TokenStillLocked(terms_.lockedUntil());
        _creatorLock = 0;
        _transfer(address(this), terms_.creator(), amount);
        emit FirstBuyReleased(amount);
    }

    /// @inheritdoc IPersonalToken
    function terms() external view returns (address, uint256, uint256, uint256, uint256, uint256) {
        TokenTerms terms_ = TokenTermsLib.ofThis();
        return (
            terms_.creator(),
            terms_.launchedAt(),
            terms_.preset(),
            terms_.protocolBps(),
            _creatorBps(terms_, _credits),
            terms_.lockedUntil()
        );
    }

    /// @inheritdoc IPersonalToken
    function creatorLock() external view returns (uint256) {
        return _creatorLock;
    }

    /// @inheritdoc IPersonalToken
    function payee() public view returns (address) {
        address to = _payee;
        return to == address(0) ? TokenTermsLib.ofThis().creator() : to;
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

    function _buy(TokenTerms terms_, address payer, address to, uint256 minOut, bytes32 ref, uint256 shareBps)
        private
        returns (uint256 out)
    {
        Credits credits_ = _credits;
        uint256 creatorWei;
        uint256 protocolWei;
        uint256 supply = totalSupply();
        (out, creatorWei, protocolWei) = _mintable(terms_, credits_, supply, msg.value);
        unchecked {
            uint256 lockedForEver = shareBps == 0 ? 0 : TokenFees.feeDown(out, shareBps);
            out -= lockedForEver;
            if (out < minOut) revert TokenErrors.TokenPriceMoved(out, minOut);
            _credits = credits_.with(creatorWei, protocolWei);
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
        Credits credits_ = _credits;
        uint256 creatorWei;
        uint256 protocolWei;
        (out, creatorWei, protocolWei) = _proceedsOf(TokenTermsLib.ofThis(), credits_, left, amount);
        if (out < minOut) revert TokenErrors.TokenPriceMoved(out, minOut);
        _credits = credits_.with(creatorWei, protocolWei);
        emit Sold(owner, to, amount << 128 | out, creatorWei << 128 | protocolWei, ref);
        SafeTransferLib.safeTransferETH(to, out);
    }

    /// @dev Checks nothing, and changes the books before it calls anyone.
    function _payOut(Credits credits_) private returns (uint256 creatorWei, uint256 protocolWei) {
        (creatorWei, protocolWei) = (credits_.creatorWei(), credits_.protocolWei());
        _credits = credits_.paid();
        address to = payee();
        address feeRecipient = ITokenFactory(_FACTORY).feeRecipient();
        emit Claimed(to, creatorWei, feeRecipient, protocolWei);
        // Forced: a receiver that reverts or burns its 100,000 gas is paid all the same.
        if (creatorWei != 0) SafeTransferLib.forceSafeTransferETH(to, creatorWei);
        if (protocolWei != 0) SafeTransferLib.forceSafeTransferETH(feeRecipient, protocolWei);
    }

    /// @dev Tokens come into being here and nowhere else, always against money that the caller has counted.
    function _give(uint256 supply, address to, uint256 amount, uint256 lockedForEver) private {
        _mintOnto(supply, to, amount);
        if (lockedForEver != 0) _mintOnto(supply + amount, address(this), lockedForEver);
    }

    function _mustBeCreator() private view returns (TokenTerms terms_) {
        terms_ = TokenTermsLib.ofThis();
        if (msg.sender != terms_.creator()) revert TokenErrors.NotTokenCreator();
    }

    function _mustBeInTime(uint256 deadline) private view {
        if (block.timestamp > deadline) revert TokenErrors.TokenDeadlinePassed();
    }

    /// @dev symbolLength8 | symbol | name, behind the terms.
    function _inscription() private view returns (bytes memory) {
        bytes memory code = address(this).code;
        uint256 start = TokenTermsLib.OFFSET + 32;
        return bytes(_part(code, start, code.length));
    }

    function _part(bytes memory whole, uint256 from, uint256 to) private pure returns (string memory) {
        bytes memory part = new bytes(to - from);
        for (uint256 i; i < part.length; ++i) {
            part[i] = whole[from + i];
        }
        return string(part);
    }
}
