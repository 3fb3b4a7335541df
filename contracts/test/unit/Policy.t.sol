// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPassMoves} from "../../src/interfaces/IPassMoves.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PassErrors} from "../../src/libraries/PassErrors.sol";
import {Tiers} from "../../src/libraries/Tier.sol";
import {MarketTest} from "../MarketTest.sol";
import {ForeignMarket} from "../mocks/ForeignMarket.sol";

/// @dev The royalty cannot be skipped, because only PassMarket can take money for a pass.
contract PolicyTest is MarketTest {
    function test_M02_a_foreign_market_cannot_settle_by_approval() public {
        ForeignMarket foreign = new ForeignMarket();
        expectRefusal(PassErrors.OperatorRefused.selector);
        vm.prank(seller);
        pass.approve(address(foreign), id);
        vm.prank(seller);
        pass.setApprovalForAll(address(foreign), true);
        expectRefusal(PassErrors.OperatorRefused.selector);
        vm.prank(carol);
        foreign.settle{value: 1 ether}(pass, seller, id);
        assertEq(pass.ownerOf(id), seller, "unmoved");
    }

    function test_M02_a_foreign_market_cannot_hold_a_pass_and_pass_it_on_within_a_day() public {
        ForeignMarket foreign = new ForeignMarket();
        give(seller, address(foreign), id);
        expectRefusal(PassErrors.GiftTooSoon.selector);
        vm.prank(carol);
        foreign.sellHeld{value: 1 ether}(pass, seller, id);
    }

    function test_M02_a_gift_is_free_and_a_second_one_waits_a_day() public {
        give(seller, alice, id);
        assertTrue(mayEnter(alice, id), "given");
        uint256 from = pass.giftableAt(id);
        assertTrue(from >= block.timestamp + 24 hours && from <= block.timestamp + 24 hours + 512, "a day");
        vm.warp(block.timestamp + 24 hours - 1);
        expectRefusal(PassErrors.GiftTooSoon.selector);
        give(alice, carol, id);
        vm.warp(from - 1);
        expectRefusal(PassErrors.GiftTooSoon.selector);
        give(alice, carol, id);
        vm.warp(from);
        give(alice, carol, id);
        assertTrue(mayEnter(carol, id), "given again");
    }

    function test_a_sale_is_no_gift_and_wipes_no_gift() public {
        fill(carol, anAsk());
        give(carol, alice, id);
        expectRefusal(PassErrors.GiftTooSoon.selector);
        give(alice, carol, id);
    }

    function test_the_safe_transfer_is_the_same_gift() public {
        vm.prank(seller);
        pass.safeTransferFrom(seller, alice, id);
        expectRefusal(PassErrors.GiftTooSoon.selector);
        vm.prank(alice);
        pass.safeTransferFrom(alice, seller, id, "");
    }

    function test_M02_only_the_market_moves_sold_passes() public {
        expectRefusal(PassErrors.NotMarket.selector);
        vm.prank(seller);
        pass.moveSold(id, seller, carol, 0, 0);
        expectRefusal(PassErrors.NotMarket.selector);
        vm.prank(creator);
        pass.moveSold(id, seller, carol, 0, 0);
    }

    function test_the_policy_can_be_read_and_stays_with_the_pass() public {
        assertTrue(pass.policyOf(id) == IPassMoves.Policy.MARKETS_ONLY, "the default");
        assertEq(pass.getTransferValidator(), address(market), "who validates");
        assertEq(pass.market(), address(market), "by its name");
        setTier(3, PRICE, MONTH, OPEN, 0, uint8(Tiers.OPEN));
        setTier(4, PRICE, MONTH, OPEN, 0, uint8(Tiers.SOULBOUND));
        assertTrue(pass.policyOf(buy(alice, 3)) == IPassMoves.Policy.OPEN, "open");
        assertTrue(pass.policyOf(buy(alice, 4)) == IPassMoves.Policy.SOULBOUND, "soulbound");
        setTier(TIMED, PRICE, MONTH, 10, 3, uint8(Tiers.OPEN));
        assertTrue(pass.policyOf(id) == IPassMoves.Policy.MARKETS_ONLY, "as it was sold");
        expectRefusal(Errors.PromiseBroken.selector);
        setTier(3, PRICE, MONTH, OPEN, 0, 0);
    }

    function test_an_open_pass_moves_freely_and_sells_here_too() public {
        setTier(3, PRICE, MONTH, OPEN, 0, uint8(Tiers.OPEN));
        id = buy(seller, 3);
        ForeignMarket foreign = new ForeignMarket();
        vm.prank(seller);
        pass.approve(address(foreign), id);
        fill(carol, anAsk());
        assertEq(pass.getApproved(id), address(0), "an approval ends with a sale here");
        give(carol, alice, id);
        give(alice, carol, id);
        vm.prank(carol);
        pass.approve(address(foreign), id);
        vm.prank(bidder);
        foreign.settle{value: 1 ether}(pass, carol, id);
        assertEq(pass.ownerOf(id), bidder, "sold elsewhere");
    }

    function test_the_royalty_is_what_the_pass_was_sold_with() public {
        vm.prank(creator);
        pass.setTier(forTier(TIMED, taxed(PRICE, MONTH, 10, 3, 0, 100)), address(0));
        uint256 second = buy(seller, TIMED);
        (, uint256 first) = pass.royaltyInfo(id, 100 ether);
        (, uint256 later) = pass.royaltyInfo(second, 100 ether);
        (, uint256 next) = pass.royaltyInfo(second + 1, 100 ether);
        assertEq(first, 5 ether, "sold at 5 %");
        assertEq(later, 10 ether, "sold at 10 %");
        assertEq(next, 10 ether, "to be sold");
    }
}
