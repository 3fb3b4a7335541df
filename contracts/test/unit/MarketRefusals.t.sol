// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC721} from "solady/tokens/ERC721.sol";
import {PassMarket} from "../../src/PassMarket.sol";
import {IPassMarket} from "../../src/interfaces/IPassMarket.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {MarketErrors} from "../../src/libraries/MarketErrors.sol";
import {PassErrors} from "../../src/libraries/PassErrors.sol";
import {Tiers} from "../../src/libraries/Tier.sol";
import {MarketTest} from "../MarketTest.sol";

/// @dev Every bad signed order that we know of, each refused with its own reason.
contract MarketRefusalsTest is MarketTest {
    function refuseSignature(IPassMarket.Ask memory ask, bytes memory signature) private {
        expectRefusal(PassErrors.SignatureRefused.selector);
        vm.prank(carol);
        market.buyListed{value: ask.price}(ask, signature);
    }

    function test_an_order_for_another_market_or_chain_is_refused() public {
        IPassMarket.Ask memory ask = anAsk();
        PassMarket other = new PassMarket(owner, platform);
        refuseSignature(ask, signedBy(SELLER_KEY, other.digestOfAsk(ask)));
        bytes memory signature = signed(ask);
        vm.chainId(1116);
        refuseSignature(ask, signature);
    }

    function test_an_order_that_somebody_else_signed_or_changed_is_refused() public {
        IPassMarket.Ask memory ask = anAsk();
        refuseSignature(ask, signedBy(BIDDER_KEY, market.digestOfAsk(ask)));
        bytes memory signature = signed(ask);
        ask.price = 1 ether;
        refuseSignature(ask, signature);
        refuseSignature(ask, "");
        ask.maker = address(0);
        refuseSignature(ask, new bytes(65));
    }

    function test_the_twin_and_the_short_form_of_a_signature_are_refused() public {
        IPassMarket.Ask memory ask = anAsk();
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SELLER_KEY, market.digestOfAsk(ask));
        bytes32 twin = bytes32(ORDER - uint256(s));
        refuseSignature(ask, abi.encodePacked(r, twin, v == 27 ? uint8(28) : uint8(27)));
        refuseSignature(ask, abi.encodePacked(r, bytes32(uint256(s) | uint256(v - 27) << 255)));
        refuseSignature(ask, abi.encodePacked(r, s, v, uint8(0)));
    }

    function test_an_order_ends_with_its_deadline() public {
        IPassMarket.Ask memory ask = anAsk();
        vm.warp(ask.deadline + 1);
        refuseFill(MarketErrors.OrderExpired.selector, ask);
        IPassMarket.Bid memory bid = aBid();
        fund(50 ether);
        vm.warp(bid.deadline + 1);
        refuseAccept(MarketErrors.OrderExpired.selector, bid, id);
    }

    function test_cancelled_orders_are_dead_and_their_neighbours_live() public {
        vm.expectEmit(true, true, true, true, address(market));
        emit IPassMarket.OrdersCancelled(seller, 0, 2);
        vm.prank(seller);
        market.cancel(0, 2);
        IPassMarket.Ask memory ask = anAsk();
        refuseFill(MarketErrors.OrderDead.selector, ask);
        ask.nonce = 257;
        fill(carol, ask);
        assertEq(pass.ownerOf(id), carol, "nonce 257 is another word");
    }

    function test_nobody_cancels_for_another() public {
        vm.prank(mallory);
        market.cancel(0, type(uint256).max);
        vm.prank(mallory);
        market.incrementCounter();
        fill(carol, anAsk());
    }

    function test_a_raised_counter_kills_all_orders_before_it() public {
        IPassMarket.Ask memory ask = anAsk();
        vm.expectEmit(true, true, true, true, address(market));
        emit IPassMarket.OrderCounterRaised(seller, 1);
        vm.prank(seller);
        market.incrementCounter();
        refuseFill(MarketErrors.OrderDead.selector, ask);
        ask.counter = 1;
        fill(carol, ask);
    }

    function test_a_pass_that_is_not_the_makers_is_not_sold() public {
        IPassMarket.Ask memory ask = anAsk();
        ask.id = buy(alice, TIMED);
        ask.tokenNonce = 0;
        refuseFill(ERC721.TransferFromIncorrectOwner.selector, ask);
        ask.id = 99;
        refuseFill(PassErrors.PassLapsed.selector, ask);
    }

    function test_a_pass_that_ends_too_early_or_has_lapsed_is_not_sold() public {
        IPassMarket.Ask memory ask = anAsk();
        ask.minExpiry = pass.expiresAt(id) + 1;
        refuseFill(PassErrors.PassLapsed.selector, ask);
        ask.minExpiry = 0;
        ask.deadline = type(uint256).max;
        vm.warp(pass.expiresAt(id));
        refuseFill(PassErrors.PassLapsed.selector, ask);
    }

    function test_a_soulbound_a_lent_and_an_ended_pass_are_not_sold() public {
        IPassMarket.Ask memory ask = anAsk();
        vm.prank(seller);
        pass.setUser(id, carol, uint64(block.timestamp + 1 hours));
        refuseFill(PassErrors.PassChanged.selector, ask);
        ask.tokenNonce = pass.nonceOf(id);
        refuseFill(PassErrors.PassLent.selector, ask);
        vm.warp(block.timestamp + 1 hours);
        vm.prank(seller);
        pass.cancelSubscription(id);
        refuseFill(PassErrors.PassChanged.selector, ask);
        setTier(3, PRICE, MONTH, OPEN, 0, uint8(Tiers.SOULBOUND));
        ask.id = buy(seller, 3);
        ask.tokenNonce = 0;
        refuseFill(Errors.Soulbound.selector, ask);
    }

    function test_an_ask_for_any_move_count_is_refused() public {
        IPassMarket.Ask memory ask = anAsk();
        ask.tokenNonce = type(uint256).max;
        refuseFill(MarketErrors.OrderDead.selector, ask);
    }

    function test_prices_of_nothing_and_of_too_much_are_refused() public {
        IPassMarket.Ask memory ask = anAsk();
        ask.price = 0;
        refuseFill(MarketErrors.OrderPriceRefused.selector, ask);
        ask.price = uint256(type(uint128).max) + 1;
        vm.deal(carol, type(uint256).max / 2);
        refuseFill(MarketErrors.OrderPriceRefused.selector, ask);
    }

    function test_the_wrong_money_buys_nothing_and_stays_with_the_buyer() public {
        IPassMarket.Ask memory ask = anAsk();
        bytes memory signature = signed(ask);
        // Offer funds of others lie here and must not pay for it.
        fund(500 ether);
        uint256 before = carol.balance;
        for (uint256 i; i < 3; ++i) {
            uint256 value = [uint256(0), 100 ether - 1, 100 ether + 1][i];
            vm.expectRevert(abi.encodeWithSelector(Errors.WrongValue.selector, value, 100 ether));
            vm.prank(carol);
            market.buyListed{value: value}(ask, signature);
        }
        assertEq(carol.balance, before, "no money moved");
        assertEq(pass.ownerOf(id), seller, "no pass moved");
        ask.token = address(coin);
        signature = signed(ask);
        coin.give(carol, 100 ether);
        vm.startPrank(carol);
        coin.approve(address(market), 100 ether);
        vm.expectRevert(abi.encodeWithSelector(Errors.WrongValue.selector, 1, 0));
        market.buyListed{value: 1}(ask, signature);
        vm.stopPrank();
    }

    function test_nobody_buys_from_or_sells_to_themselves() public {
        IPassMarket.Ask memory ask = anAsk();
        bytes memory signature = signed(ask);
        expectRefusal(MarketErrors.SelfTrade.selector);
        vm.prank(seller);
        market.buyListed{value: ask.price}(ask, signature);
        fund(50 ether);
        uint256 own = buy(bidder, TIMED);
        IPassMarket.Bid memory bid = aBid();
        signature = signed(bid);
        expectRefusal(MarketErrors.SelfTrade.selector);
        vm.prank(bidder);
        market.acceptBid(bid, signature, own);
    }
}
