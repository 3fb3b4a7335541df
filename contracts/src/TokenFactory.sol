// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EIP712} from "solady/utils/EIP712.sol";
import {BatchLaunch} from "./BatchLaunch.sol";
import {PersonalToken} from "./PersonalToken.sol";
import {TwoStepOwner} from "./TwoStepOwner.sol";
import {IPersonalToken} from "./interfaces/IPersonalToken.sol";
import {ITokenFactory} from "./interfaces/ITokenFactory.sol";
import {Curve} from "./libraries/Curve.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {TokenBirth} from "./libraries/TokenBirth.sol";
import {TokenErrors} from "./libraries/TokenErrors.sol";
import {TokenFees} from "./libraries/TokenFees.sol";

/// @title Makes one personal token per account, at an address known beforehand.
contract TokenFactory is TwoStepOwner, EIP712, ITokenFactory {
    bytes32 private constant _TERMS_TYPEHASH = keccak256(
        "TokenTerms(address creator,string name,string symbol,uint8 preset,uint16 creatorBps,uint32 lockSeconds,uint256 nonce,uint256 validUntil)"
    );
    uint256 private constant _MAX_LOCK_S = 4 * 365 days;
    uint256 private constant _FIRST_BUY_PART = 50;

    /// @inheritdoc ITokenFactory
    address public immutable implementation;
    /// @inheritdoc ITokenFactory
    address public immutable batchLaunch;
    /// @inheritdoc ITokenFactory
    address public immutable trustedForwarder;

    /// @inheritdoc ITokenFactory
    address public feeRecipient;
    /// @inheritdoc ITokenFactory
    mapping(address creator => uint256) public termsNonceOf;

    /// @dev See {TokenBirth}: what the next clone is told. Neither word is ever zero at rest.
    uint256 private _first;
    uint256 private _second = 1;

    constructor(address firstOwner, address firstFeeRecipient, address forwarder) TwoStepOwner(firstOwner) {
        implementation = address(new PersonalToken());
        batchLaunch = address(new BatchLaunch());
        trustedForwarder = forwarder;
        _setFeeRecipient(firstFeeRecipient);
        _setProtocolBps(TokenFees.MAX_PROTOCOL_BPS);
    }

    /// @dev A clone being made asks for its terms, by a call without data. A call with data that no function here knows is
    /// a mistake: answered, it would look like success.
    fallback() external {
        if (msg.data.length != 0) revert TokenErrors.TokenCallUnknown();
        uint256 first = _first;
        TokenBirth.answer(first, TokenBirth.hasSecond(first) ? _second : 0);
    }

    /// @inheritdoc ITokenFactory
    function create(TokenTerms calldata terms, uint256 minOut) external payable returns (address token) {
        address creator = _sender();
        // Does not look first: that costs 2,600 gas each time, and a wallet's simulation finds out as well.
        token = _make(creator, terms);
        if (msg.value == 0) return token;
        if (terms.lockSeconds < TokenFees.MIN_LOCK_S) revert TokenErrors.FirstBuyUnlocked();
        _mustBeSmall(terms.preset);
        // To the token itself: there it stays until the lock is over.
        IPersonalToken(token).buyFor{value: msg.value}(creator, token, minOut, "", true, true);
    }

    /// @inheritdoc ITokenFactory
    function createFor(SignedTerms calldata signed, bytes calldata signature) external returns (address token) {
        bool isNew;
        (isNew, token) = _makeSigned(signed, signature);
        if (!isNew) revert TokenErrors.TokenExists();
    }

    /// @inheritdoc ITokenFactory
    function createForAndBuy(
        SignedTerms calldata signed,
        bytes calldata signature,
        address to,
        uint256 minOut,
        uint256 deadline,
        bytes32 ref
    ) external payable returns (address token, uint256 out) {
        if (block.timestamp > deadline) revert TokenErrors.TokenDeadlinePassed();
        bool isNew;
        (isNew, token) = _makeSigned(signed, signature);
        address buyer = _sender();
        if (isNew) {
            _mustBeSmall(signed.terms.preset);
            // The creator's own first buy is locked: it goes through `create`.
            if (buyer == signed.creator || to == signed.creator) revert TokenErrors.FirstBuyUnlocked();
        }
        out = IPersonalToken(token).buyFor{value: msg.value}(buyer, to, minOut, ref, isNew, false);
    }

    /// @inheritdoc ITokenFactory
    function createFromBatch(address creator, TokenTerms calldata terms) external payable returns (address token) {
        if (msg.sender != batchLaunch) revert TokenErrors.NotTokenFactory();
        token = _make(creator, terms);
        IPersonalToken(token).buyFor{value: msg.value}(msg.sender, msg.sender, 0, "", true, false);
    }

    /// @inheritdoc ITokenFactory
    function revokeTerms() external {
        _endTerms(_sender());
    }

    /// @inheritdoc ITokenFactory
    function endTerms(address creator) external {
        if (msg.sender != batchLaunch) revert TokenErrors.NotTokenFactory();
        _endTerms(creator);
    }

    /// @inheritdoc ITokenFactory
    function setFeeRecipient(address recipient) external onlyOwner {
        _setFeeRecipient(recipient);
    }

    /// @inheritdoc ITokenFactory
    function setProtocolBps(uint256 bps) external onlyOwner {
        _setProtocolBps(bps);
    }

    /// @inheritdoc ITokenFactory
    function tokenOf(address creator) public view returns (address) {
        return TokenBirth.addressFrom(TokenBirth.codeFor(implementation, creator));
    }

    /// @inheritdoc ITokenFactory
    function isTrustedForwarder(address forwarder) external view returns (bool) {
        return forwarder == trustedForwarder;
    }

    /// @inheritdoc ITokenFactory
    function mustBeGood(TokenTerms calldata terms) external pure {
        _packed(terms, 0);
    }

    /// @inheritdoc ITokenFactory
    function protocolBps() external view returns (uint256) {
        return TokenBirth.protocolBpsOf(_first);
    }

    /// @inheritdoc ITokenFactory
    function firstBuyMaxWei(uint8 preset) public pure returns (uint256) {
        if (preset >= Curve.PRESETS) revert TokenErrors.TokenTermsRefused();
        return Curve.x0Of(preset) / _FIRST_BUY_PART;
    }

    /// @dev Nobody is called between the writing of the words and their putting back but the clone's own creation.
    function _make(address creator, TokenTerms calldata terms) private returns (address token) {
        uint256 rest = _first;
        uint256 bps = TokenBirth.protocolBpsOf(rest);
        (uint256 first, uint256 second) = _packed(terms, bps);
        _first = first;
        if (second != 0) _second = second;
        token = TokenBirth.create(TokenBirth.codeFor(implementation, creator));
        _first = rest;
        if (second != 0) _second = 1;
        emit TokenCreated(
            creator, token, terms.name, terms.symbol, terms.preset, bps, terms.creatorBps, terms.lockSeconds
        );
    }

    function _mustBeSmall(uint8 preset) private view {
        uint256 maxWei = firstBuyMaxWei(preset);
        if (msg.value > maxWei) revert TokenErrors.FirstBuyTooLarge(maxWei);
    }

    function _endTerms(address creator) private {
        emit TermsRevoked(creator, termsNonceOf[creator]++);
    }

    /// @dev Looks before it creates, because others may have been faster: a CREATE2 onto existing code burns all gas.
    function _makeSigned(SignedTerms calldata signed, bytes calldata signature) private returns (bool, address) {
        address token = tokenOf(signed.creator);
        if (token.code.length != 0) return (false, token);
        if (block.timestamp > signed.validUntil) revert TokenErrors.TokenDeadlinePassed();
        bytes32 digest = _hashTypedData(_hashOf(signed));
        if (!Signatures.areBy(signed.creator, digest, signature)) {
            revert TokenErrors.TokenSignatureRefused();
        }
        return (true, _make(signed.creator, signed.terms));
    }

    /// @dev In two halves, as one would be too many values for the compiler without its intermediate language.
    function _hashOf(SignedTerms calldata signed) private view returns (bytes32) {
        TokenTerms calldata terms = signed.terms;
        bytes memory head = abi.encode(
            _TERMS_TYPEHASH, signed.creator, keccak256(_text(terms.name)), keccak256(_text(terms.symbol))
        );
        uint256 nonce = termsNonceOf[signed.creator];
        bytes memory tail = abi.encode(terms.preset, terms.creatorBps, terms.lockSeconds, nonce, signed.validUntil);
        return keccak256(bytes.concat(head, tail));
    }

    function _packed(TokenTerms calldata terms, uint256 bps) private pure returns (uint256 first, uint256 second) {
        if (
            terms.preset >= Curve.PRESETS || terms.creatorBps > TokenFees.MAX_CREATOR_BPS
                || terms.lockSeconds > _MAX_LOCK_S
        ) revert TokenErrors.TokenTermsRefused();
        uint256 fixedTerms = uint256(terms.preset) << 56 | bps << 48 | uint256(terms.creatorBps) << 32 | terms.lockSeconds;
        return TokenBirth.pack(terms.name, terms.symbol, fixedTerms);
    }

    function _text(bytes32 short) private pure returns (bytes memory text) {
        uint256 length = TokenBirth.lengthOf(short);
        text = abi.encodePacked(short);
        /// @solidity memory-safe-assembly
        assembly {
            mstore(text, length)
        }
    }

    function _setFeeRecipient(address recipient) private {
        if (recipient == address(0)) revert TokenErrors.TokenReceiverRefused();
        feeRecipient = recipient;
        emit FeeRecipientSet(recipient);
    }

    function _setProtocolBps(uint256 bps) private {
        if (bps > TokenFees.MAX_PROTOCOL_BPS) revert TokenErrors.TokenFeeRefused();
        _first = TokenBirth.resting(bps);
        emit ProtocolFeeSet(bps);
    }

    /// @dev ERC-2771: the forwarder puts the account it speaks for behind the call.
    function _sender() private view returns (address sender) {
        if (msg.sender != trustedForwarder || msg.data.length < 20) return msg.sender;
        return address(bytes20(msg.data[msg.data.length - 20:]));
    }

    function _domainNameAndVersion() internal pure override returns (string memory, string memory) {
        return ("CoreFans Tokens", "1");
    }
}
