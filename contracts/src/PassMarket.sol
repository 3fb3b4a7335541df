// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EIP712} from "solady/utils/EIP712.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {MarketTill} from "./MarketTill.sol";
import {IPassMarket} from "./interfaces/IPassMarket.sol";
import {IPassMoves} from "./interfaces/IPassMoves.sol";
import {Errors} from "./libraries/Errors.sol";
import {Fees} from "./libraries/Fees.sol";
import {MarketErrors} from "./libraries/MarketErrors.sol";
import {Orders} from "./libraries/Orders.sol";
import {Signatures} from "./libraries/Signatures.sol";

/// @title The market of Access Passes.
/// @dev Knows no factory: an order names its collection. Order of a sale: checks, the bid's nonce and funds, the pass,
/// then the money. An ask needs no mark that it was filled, because the sale itself changes the pass's move count.
contract PassMarket is MarketTill, EIP712 {
    using Orders for Ask;
    using Orders for Bid;

    uint256 private constant SELLER_CREDITED = 1;
    uint256 private constant ROYALTY_CREDITED = 2;
    uint256 private constant BID_FILLED = 4;
    uint256 private constant ANY_MOVE_COUNT = type(uint256).max;

    /// @inheritdoc IPassMarket
    mapping(address maker => uint256) public counterOf;
    mapping(address maker => mapping(uint256 word => uint256 mask)) private _deadNonces;

    /// @dev One trade, gathered so that both kinds of order settle in one place; the last three come with the pass.
    struct Deal {
        address nft;
        address seller;
        address buyer;
        uint256 id;
        address token;
        uint256 price;
        uint256 flags;
        bytes32 order;
        uint256 fee;
        address royaltyTo;
        uint256 royalty;
    }

    constructor(address firstOwner, address firstFeeRecipient) MarketTill(firstOwner, firstFeeRecipient) {}

    /// @inheritdoc IPassMarket
    function buyListed(Ask calldata ask, bytes calldata signature) external payable nonReentrant {
        uint256 value = _fill(ask, signature);
        if (msg.value != value) revert Errors.WrongValue(msg.value, value);
    }

    /// @inheritdoc IPassMarket
    /// @dev The sum is compared at the end: until then a batch may have spent other people's money, and it all reverts.
    function buyMany(Ask[] calldata asks, bytes[] calldata signatures) external payable nonReentrant {
        if (asks.length != signatures.length || asks.length == 0) revert MarketErrors.BatchRefused();
        uint256 value;
        for (uint256 i; i < asks.length; ++i) {
            value += _fill(asks[i], signatures[i]);
        }
        if (msg.value != value) revert Errors.WrongValue(msg.value, value);
    }

    /// @inheritdoc IPassMarket
    function acceptBid(Bid calldata bid, bytes calldata signature, uint256 id) external nonReentrant {
        if (bid.maker == msg.sender) revert MarketErrors.SelfTrade();
        uint256 named = bid.scope == Orders.SCOPE_PASS ? id : bid.scope == Orders.SCOPE_TIER ? id >> 32 : bid.id;
        if (bid.scope > Orders.SCOPE_COLLECTION || named != bid.id) revert MarketErrors.NotWhatWasBid();
        bytes32 order = _mustStand(bid.maker, bid.price, bid.deadline, bid.nonce, bid.counter, bid.hash(), signature);
        _deadNonces[bid.maker][bid.nonce >> 8] |= 1 << (bid.nonce & 255);
        if (bid.token == address(0)) _takeOfferFunds(bid.maker, bid.price);
        Deal memory deal =
            Deal(bid.nft, msg.sender, bid.maker, id, bid.token, bid.price, BID_FILLED, order, 0, address(0), 0);
        // Nobody bids for the last days of a grace: what is sold to a bid has not expired.
        uint256 soonest = block.timestamp + 1;
        _settle(deal, ANY_MOVE_COUNT, bid.minExpiry < soonest ? soonest : bid.minExpiry);
    }

    /// @inheritdoc IPassMarket
    function cancel(uint256 word, uint256 mask) external {
        _deadNonces[msg.sender][word] |= mask;
        emit OrdersCancelled(msg.sender, word, mask);
    }

    /// @inheritdoc IPassMarket
    function incrementCounter() external {
        emit OrderCounterRaised(msg.sender, ++counterOf[msg.sender]);
    }

    /// @inheritdoc IPassMarket
    function digestOfAsk(Ask calldata ask) external view returns (bytes32) {
        return _hashTypedData(ask.hash());
    }

    /// @inheritdoc IPassMarket
    function digestOfBid(Bid calldata bid) external view returns (bytes32) {
        return _hashTypedData(bid.hash());
    }

    /// @inheritdoc IPassMarket
    function isNonceDead(address maker, uint256 nonce) public view returns (bool) {
        return _deadNonces[maker][nonce >> 8] >> (nonce & 255) & 1 != 0;
    }

    /// @dev Answers the native coin it needs.
    function _fill(Ask calldata ask, bytes calldata signature) private returns (uint256) {
        if (ask.maker == msg.sender) revert MarketErrors.SelfTrade();
        bytes32 order = _mustStand(ask.maker, ask.price, ask.deadline, ask.nonce, ask.counter, ask.hash(), signature);
        Deal memory deal =
            Deal(ask.nft, ask.maker, msg.sender, ask.id, ask.token, ask.price, 0, order, 0, address(0), 0);
        // The highest word means "any" to a pass, and no ask may say so.
        if (ask.tokenNonce == ANY_MOVE_COUNT) revert MarketErrors.OrderDead();
        _settle(deal, ask.tokenNonce, ask.minExpiry);
        return ask.token == address(0) ? ask.price : 0;
    }

    /// @dev What makes any order live, and its digest.
    function _mustStand(
        address maker,
        uint256 price,
        uint256 deadline,
        uint256 nonce,
        uint256 counter,
        bytes32 words,
        bytes calldata signature
    ) private view returns (bytes32 order) {
        if (block.timestamp > deadline) revert MarketErrors.OrderExpired();
        if (price == 0 || price > type(uint128).max) revert MarketErrors.OrderPriceRefused();
        if (counter != counterOf[maker] || isNonceDead(maker, nonce)) revert MarketErrors.OrderDead();
        order = _hashTypedData(words);
        Signatures.mustBeBy(maker, order, signature);
    }

    /// @dev Rounding is down for fee and royalty, so the seller has every last wei: the three parts are the price.
    function _settle(Deal memory deal, uint256 moveCount, uint256 minExpiry) private {
        uint256 royaltyBps;
        (deal.royaltyTo, royaltyBps) =
            IPassMoves(deal.nft).moveSold(deal.id, deal.seller, deal.buyer, moveCount, minExpiry);
        if (royaltyBps > Fees.MAX_ROYALTY_BPS) royaltyBps = Fees.MAX_ROYALTY_BPS;
        deal.fee = Fees.shareDown(deal.price, Fees.RESALE_BPS);
        deal.royalty = Fees.shareDown(deal.price, royaltyBps);
        _pay(deal);
        _tell(deal);
    }

    function _pay(Deal memory deal) private {
        uint256 rest = deal.price - deal.fee - deal.royalty;
        if (_payOrCredit(deal.token, deal.buyer, deal.seller, rest)) deal.flags |= SELLER_CREDITED;
        if (_payOrCredit(deal.token, deal.buyer, deal.royaltyTo, deal.royalty)) deal.flags |= ROYALTY_CREDITED;
        if (deal.token != address(0)) SafeTransferLib.safeTransferFrom(deal.token, deal.buyer, address(this), deal.fee);
    }

    function _tell(Deal memory deal) private {
        emit Sale(
            deal.nft,
            deal.seller,
            deal.buyer,
            deal.id,
            deal.token,
            deal.price,
            deal.fee,
            deal.royaltyTo,
            deal.royalty,
            deal.flags,
            deal.order
        );
    }

    function _domainNameAndVersion() internal pure override returns (string memory, string memory) {
        return ("CoreFans Pass Market", "1");
    }
}
