// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPassMarket} from "../../src/interfaces/IPassMarket.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {MarketErrors} from "../../src/libraries/MarketErrors.sol";
import {PassErrors} from "../../src/libraries/PassErrors.sol";
import {Tiers} from "../../src/libraries/Tier.sol";
import {MarketTest} from "../MarketTest.sol";

contract MarketBidsTest is MarketTest {
    /// MKT-05: funds come in for an offer, and leave by its acceptance or back to the bidder; then there are none.
    function test_offer_funds_end_at_zero() public {
        fund(3 ether);
        assertEq(market.offerFundsOf(bidder), 3 ether, "held");
        IPassMarket.Bid memory bid = aBid();
        bid.price = 2 ether;
        uint256 before = seller.balance;
        accept(bid, id);
        assertEq(seller.balance - before, 1.85 ether, "seller: less 2.5 % and 5 %");
        assertEq(pass.ownerOf(id), bidder, "the pass is the bidder's");
        assertEq(market.offerFundsOf(bidder), 1 ether, "the rest");
        expectRefusal(MarketErrors.OfferFundsMissing.selector);
        vm.prank(bidder);
        market.withdrawOfferFunds(1 ether + 1);
        vm.expectEmit(true, true, true, true, address(market));
        emit IPassMarket.OfferFundsTaken(bidder, 1 ether);
        vm.prank(bidder);
        market.withdrawOfferFunds(1 ether);
        assertEq(market.offerFundsOf(bidder), 0, "none");
        assertEq(address(market).balance, market.feesOf(address(0)), "only fees are left");
    }

    function test_a_filled_bid_says_so_in_the_log() public {
        fund(50 ether);
        IPassMarket.Bid memory bid = aBid();
        bytes32 order = market.digestOfBid(bid);
        vm.expectEmit(true, true, true, true, address(market));
        emit IPassMarket.Sale(
            address(pass), seller, bidder, id, address(0), 50 ether, 1.25 ether, creator, 2.5 ether, 4, order
        );
        accept(bid, id);
        assertTrue(market.isNonceDead(bidder, 7), "used");
    }

    function test_a_bid_fills_once() public {
        fund(100 ether);
        uint256 second = buy(seller, TIMED);
        IPassMarket.Bid memory bid = aBid();
        accept(bid, id);
        refuseAccept(MarketErrors.OrderDead.selector, bid, second);
        assertEq(market.offerFundsOf(bidder), 50 ether, "charged once");
    }

    function test_a_bid_is_for_what_it_names() public {
        fund(500 ether);
        uint256 forLife = buy(seller, FOR_LIFE);
        uint256 second = buy(seller, TIMED);
        IPassMarket.Bid memory bid = aBid();
        refuseAccept(MarketErrors.NotWhatWasBid.selector, bid, forLife);
        (bid.scope, bid.id) = (0, id);
        refuseAccept(MarketErrors.NotWhatWasBid.selector, bid, second);
        bid.scope = 3;
        refuseAccept(MarketErrors.NotWhatWasBid.selector, bid, id);
        bid.scope = 0;
        accept(bid, id);
        (bid.scope, bid.id, bid.nonce) = (2, 0, 8);
        accept(bid, forLife);
        assertEq(pass.balanceOf(bidder), 2, "a pass and any of the collection");
    }

    function test_a_bid_needs_its_money_and_its_time_left() public {
        IPassMarket.Bid memory bid = aBid();
        fund(50 ether - 1);
        refuseAccept(MarketErrors.OfferFundsMissing.selector, bid, id);
        fund(1);
        bid.minExpiry = block.timestamp + 31 days;
        refuseAccept(PassErrors.PassLapsed.selector, bid, id);
        bid.minExpiry = 0;
        vm.prank(bidder);
        market.withdrawOfferFunds(50 ether);
        refuseAccept(MarketErrors.OfferFundsMissing.selector, bid, id);
    }

    function test_F4_a_bid_is_not_filled_with_a_pass_in_its_grace() public {
        setTier(3, PRICE, MONTH, OPEN, 0, 3 << 5);
        IPassMarket.Bid memory bid = aBid();
        (bid.id, bid.deadline) = (3, block.timestamp + 365 days);
        id = buy(seller, 3);
        fund(50 ether);
        vm.warp(pass.expiresAt(id));
        assertTrue(pass.isActive(id), "its grace runs");
        refuseAccept(PassErrors.PassLapsed.selector, bid, id);
        vm.warp(pass.expiresAt(id) - 1);
        accept(bid, id);
        assertEq(pass.ownerOf(id), bidder, "without a demand the last second will do");
    }

    function test_F4_the_expiry_that_a_lifetime_pass_tells_makes_no_order_that_cannot_be_filled() public {
        id = buy(seller, FOR_LIFE);
        IPassMarket.Bid memory bid = aBid();
        (bid.id, bid.minExpiry) = (FOR_LIFE, pass.expiresAt(id));
        fund(50 ether);
        accept(bid, id);
        id = buy(seller, FOR_LIFE);
        IPassMarket.Ask memory ask = anAsk();
        ask.minExpiry = pass.expiresAt(id);
        fill(carol, ask);
        assertEq(pass.ownerOf(id), carol, "sold");
    }

    function test_a_used_pass_fills_no_bid() public {
        setTier(3, PRICE, 0, OPEN, 0, uint8(Tiers.CONSUMABLE));
        uint256 ticket = buy(seller, 3);
        fund(50 ether);
        vm.prank(seller);
        pass.consume(ticket, "");
        IPassMarket.Bid memory bid = aBid();
        (bid.scope, bid.id) = (2, 0);
        refuseAccept(PassErrors.PassLapsed.selector, bid, ticket);
    }

    function test_a_bid_in_a_token_takes_the_allowance() public {
        IPassMarket.Bid memory bid = aBid();
        bid.token = address(coin);
        coin.give(bidder, 50 ether);
        vm.prank(bidder);
        coin.approve(address(market), 50 ether);
        accept(bid, id);
        assertEq(coin.balanceOf(seller), 46.25 ether, "seller");
        assertEq(coin.balanceOf(bidder), 0, "bidder");
    }

    function test_an_ask_is_no_bid() public {
        fund(50 ether);
        IPassMarket.Bid memory bid = aBid();
        bytes memory signature = signedBy(BIDDER_KEY, market.digestOfAsk(anAsk()));
        expectRefusal(PassErrors.SignatureRefused.selector);
        vm.prank(seller);
        market.acceptBid(bid, signature, id);
    }

    function test_only_the_owner_redirects_fees() public {
        expectRefusal(Errors.NotOwner.selector);
        vm.prank(mallory);
        market.setFeeRecipient(mallory);
        vm.prank(owner);
        market.setFeeRecipient(carol);
        fill(alice, anAsk());
        uint256 before = carol.balance;
        market.withdrawFees(address(0));
        assertEq(carol.balance - before, 2.5 ether, "fees follow");
        expectRefusal(Errors.NothingOwed.selector);
        market.withdrawFees(address(0));
    }
}
