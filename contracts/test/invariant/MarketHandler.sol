// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessPass} from "../../src/AccessPass.sol";
import {PassMarket} from "../../src/PassMarket.sol";
import {IPassMarket} from "../../src/interfaces/IPassMarket.sol";
import {Test} from "../Test.sol";

/// @title Random people who list, bid, buy, cancel and give; it keeps its own books. No step may revert.
contract MarketHandler is Test {
    PassMarket public immutable market;
    AccessPass public immutable pass;
    address public immutable creator;

    uint256 public feesWei;
    uint256 public feesTakenWei;
    uint256 public fundsWei;
    uint256 public sales;
    bool public wasRevived;

    uint256[] private _ids;
    IPassMarket.Ask[] private _asks;
    IPassMarket.Bid[] private _bids;
    /// @dev An order that must never fill again.
    mapping(uint256 index => bool) private _isAskOver;
    mapping(uint256 index => bool) private _isBidOver;

    constructor(PassMarket market_, AccessPass pass_, address creator_) {
        (market, pass, creator) = (market_, pass_, creator_);
        for (uint256 i; i < 4; ++i) {
            vm.deal(person(i), type(uint96).max);
            for (uint256 j; j < 2; ++j) {
                vm.prank(person(i));
                _ids.push(pass.mintTier{value: 1 ether}(1, person(i), 1 ether, ""));
            }
        }
    }

    function person(uint256 seed) public pure returns (address) {
        return vm.addr(keyOf(seed));
    }

    function keyOf(uint256 seed) private pure returns (uint256) {
        return 0xabcd00 + seed % 4;
    }

    function keyFor(address who) private pure returns (uint256) {
        for (uint256 i; i < 4; ++i) {
            if (person(i) == who) return keyOf(i);
        }
        revert("nobody");
    }

    function listNoRevert(uint256 idSeed, uint96 price, uint8 nonce) external {
        uint256 id = _ids[idSeed % _ids.length];
        address maker = pass.ownerOf(id);
        price = uint96(bounded(price, 1, 1_000 ether));
        uint256 counter = market.counterOf(maker);
        uint256 moves = pass.nonceOf(id);
        _asks.push(
            IPassMarket.Ask(maker, address(pass), id, moves, price, address(0), 0, type(uint256).max, nonce, counter)
        );
    }

    function bidNoRevert(uint256 whoSeed, uint96 price, uint8 nonce) external {
        address maker = person(whoSeed);
        price = uint96(bounded(price, 1, 1_000 ether));
        uint256 counter = market.counterOf(maker);
        _bids.push(
            IPassMarket.Bid(maker, address(pass), 2, 0, price, address(0), 0, type(uint256).max, nonce, counter)
        );
    }

    function buyNoRevert(uint256 askSeed, uint256 whoSeed) external {
        if (_asks.length == 0) return;
        uint256 index = askSeed % _asks.length;
        IPassMarket.Ask memory ask = _asks[index];
        address buyer = person(whoSeed);
        bool mayFill = !_isAskOver[index] && isLive(ask.maker, ask.nonce, ask.counter) && buyer != ask.maker
            && pass.nonceOf(ask.id) == ask.tokenNonce;
        bytes memory signature = signedBy(ask.maker, market.digestOfAsk(ask));
        vm.prank(buyer);
        (bool isFilled,) =
            address(market).call{value: ask.price}(abi.encodeCall(IPassMarket.buyListed, (ask, signature)));
        book(isFilled, mayFill, ask.price);
        if (isFilled) _isAskOver[index] = true;
    }

    function acceptNoRevert(uint256 bidSeed, uint256 idSeed) external {
        if (_bids.length == 0) return;
        uint256 index = bidSeed % _bids.length;
        IPassMarket.Bid memory bid = _bids[index];
        uint256 id = _ids[idSeed % _ids.length];
        address holder = pass.ownerOf(id);
        bool mayFill = !_isBidOver[index] && isLive(bid.maker, bid.nonce, bid.counter) && holder != bid.maker
            && market.offerFundsOf(bid.maker) >= bid.price;
        bytes memory signature = signedBy(bid.maker, market.digestOfBid(bid));
        vm.prank(holder);
        (bool isFilled,) = address(market).call(abi.encodeCall(IPassMarket.acceptBid, (bid, signature, id)));
        book(isFilled, mayFill, bid.price);
        if (!isFilled) return;
        _isBidOver[index] = true;
        fundsWei -= bid.price;
    }

    function depositNoRevert(uint256 whoSeed, uint96 amount) external {
        amount = uint96(bounded(amount, 0, 1_000 ether));
        vm.prank(person(whoSeed));
        market.depositForOffers{value: amount}();
        fundsWei += amount;
    }

    function takeBackNoRevert(uint256 whoSeed, uint256 share) external {
        address who = person(whoSeed);
        uint256 amount = bounded(share, 0, market.offerFundsOf(who));
        vm.prank(who);
        market.withdrawOfferFunds(amount);
        fundsWei -= amount;
    }

    function cancelNoRevert(uint256 whoSeed, uint256 mask) external {
        vm.prank(person(whoSeed));
        market.cancel(0, 1 << mask % 256);
    }

    function counterNoRevert(uint256 whoSeed, uint8 rarely) external {
        if (rarely % 8 != 0) return;
        vm.prank(person(whoSeed));
        market.incrementCounter();
    }

    function feesNoRevert() external {
        if (market.feesOf(address(0)) == 0) return;
        feesTakenWei += market.feesOf(address(0));
        market.withdrawFees(address(0));
    }

    function giveNoRevert(uint256 idSeed, uint256 whoSeed) external {
        uint256 id = _ids[idSeed % _ids.length];
        address holder = pass.ownerOf(id);
        vm.warp(block.timestamp + 25 hours);
        vm.prank(holder);
        pass.transferFrom(holder, person(whoSeed), id);
    }

    function claimNoRevert(uint256 whoSeed) external {
        if (market.creditOf(address(0), person(whoSeed)) == 0) return;
        vm.prank(person(whoSeed));
        market.claim(address(0), person(whoSeed));
    }

    function isLive(address maker, uint256 nonce, uint256 counter) private view returns (bool) {
        return market.counterOf(maker) == counter && !market.isNonceDead(maker, nonce);
    }

    /// @dev An order fills exactly when the books say that it may.
    function book(bool isFilled, bool mayFill, uint256 price) private {
        if (isFilled != mayFill) wasRevived = true;
        if (!isFilled) return;
        ++sales;
        feesWei += price * 250 / 10_000;
    }

    function signedBy(address who, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keyFor(who), digest);
        return abi.encodePacked(r, s, v);
    }
}
