// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IAccessPass} from "../../src/interfaces/IAccessPass.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PassErrors} from "../../src/libraries/PassErrors.sol";
import {Tiers} from "../../src/libraries/Tier.sol";
import {PassTest} from "../PassTest.sol";

/// @dev Passes with grace, and passes for a single use.
contract KindsTest is PassTest {
    uint8 internal constant WEEK_OF_GRACE = 3 << 5;

    function test_access_outlives_the_expiry_by_the_grace() public {
        setTier(3, PRICE, MONTH, OPEN, 0, WEEK_OF_GRACE);
        uint256 id = buy(alice, 3);
        uint256 expiry = pass.expiresAt(id);
        assertEq(pass.activeUntil(id), expiry + 7 days, "until");
        vm.warp(expiry + 7 days - 1);
        assertTrue(mayEnter(alice, id), "the last second");
        renew(alice, id, 1);
        assertEq(pass.expiresAt(id), expiry + MONTH, "days of grace are not given away");
        vm.warp(expiry + MONTH + 7 days);
        assertTrue(!mayEnter(alice, id), "over");
        renew(alice, id, 1);
        assertEq(pass.expiresAt(id), block.timestamp + MONTH - 7 days, "the days of grace that were used are owed");
    }

    /// @dev A month and a month of grace, six times waited out to the last second.
    function test_F7_waiting_out_the_grace_is_not_cheaper_than_paying() public {
        setTier(3, PRICE, MONTH, OPEN, 0, 5 << 5);
        uint256 id = buy(alice, 3);
        uint256 from = block.timestamp;
        uint256 paid = 1;
        for (uint256 i; i < 6; ++i) {
            vm.warp(pass.activeUntil(id));
            uint256 least = pass.leastPeriods(id);
            if (least > 1) {
                expectRefusal(Errors.PeriodsRefused.selector);
                vm.prank(alice);
                pass.renew{value: PRICE * (least - 1)}(id, least - 1, ANY, "");
            }
            renew(alice, id, uint16(least));
            paid += least;
        }
        assertTrue(paid * MONTH >= pass.expiresAt(id) - from, "every day of access was paid for");
        assertEq(pass.leastPeriods(id), 1, "and one period more is enough");
    }

    function test_F7_a_cancellation_within_the_grace_gives_no_day_away_and_paying_again_restores_it() public {
        setTier(3, PRICE, MONTH, OPEN, 0, WEEK_OF_GRACE);
        uint256 id = buy(alice, 3);
        vm.warp(pass.expiresAt(id) + 5 days);
        vm.prank(alice);
        pass.cancelSubscription(id);
        assertTrue(!pass.isActive(id), "ended");
        vm.warp(block.timestamp + 365 days);
        renew(alice, id, 1);
        assertEq(pass.expiresAt(id), block.timestamp + MONTH - 5 days, "what was used is owed, and no more");
        assertEq(pass.activeUntil(id), pass.expiresAt(id) + 7 days, "its grace is back");
        vm.prank(alice);
        pass.cancelSubscription(id);
        renew(alice, id, 1);
        assertEq(pass.expiresAt(id), block.timestamp + MONTH, "before the expiry nothing was used");
        assertEq(pass.activeUntil(id), block.timestamp + MONTH + 7 days, "and its grace is back too");
    }

    function test_F7_sold_passes_stay_renewable_whatever_becomes_of_the_tier() public {
        uint256 id = buy(alice, TIMED);
        expectRefusal(Errors.PromiseBroken.selector);
        setTier(TIMED, PRICE, MONTH, 10, 3, uint8(Tiers.NON_RENEWABLE));
        expectRefusal(Errors.PromiseBroken.selector);
        setTier(TIMED, PRICE, 0, 10, 3, 0);
        setTier(TIMED, PRICE, MONTH + 1 days, 10, 3, 0);
        assertTrue(pass.isRenewable(id), "for ever");
    }

    function test_an_ended_pass_has_no_grace() public {
        setTier(3, PRICE, MONTH, OPEN, 0, WEEK_OF_GRACE);
        uint256 id = buy(alice, 3);
        vm.prank(alice);
        pass.cancelSubscription(id);
        assertTrue(!pass.isActive(id), "ended");
        id = buy(alice, 3);
        vm.warp(pass.expiresAt(id) + 1 days);
        vm.prank(alice);
        pass.cancelSubscription(id);
        assertTrue(!pass.isActive(id), "ended within its grace");
        assertTrue(pass.expiresAt(id) < block.timestamp, "the expiry stays in the past");
    }

    function test_grace_may_grow_and_not_shrink() public {
        setTier(3, PRICE, MONTH, OPEN, 0, WEEK_OF_GRACE);
        buy(alice, 3);
        expectRefusal(Errors.PromiseBroken.selector);
        setTier(3, PRICE, MONTH, OPEN, 0, 0);
        setTier(3, PRICE, MONTH, OPEN, 0, 7 << 5);
        assertEq(pass.tierOf(3).graceS, 90 days, "grown");
    }

    function test_a_single_use_is_used_once_by_its_owner() public {
        setTier(3, PRICE, 0, OPEN, 0, uint8(Tiers.CONSUMABLE));
        uint256 id = buy(alice, 3);
        expectRefusal(Errors.NotPassOwner.selector);
        vm.prank(mallory);
        pass.consume(id, "");
        vm.expectEmit(true, true, true, true, address(pass));
        emit IAccessPass.Consumed(id, alice, "call");
        vm.prank(alice);
        pass.consume(id, "call");
        assertTrue(!mayEnter(alice, id), "spent");
        assertEq(pass.nonceOf(id), 1, "offers for it died");
        assertEq(pass.activeUntil(id), 0, "for good");
        assertTrue(!pass.isRenewable(id), "not renewable");
        expectRefusal(PassErrors.NotConsumable.selector);
        vm.prank(alice);
        pass.consume(id, "");
        uint256 timed = buy(alice, TIMED);
        expectRefusal(PassErrors.NotConsumable.selector);
        vm.prank(alice);
        pass.consume(timed, "");
    }

    function test_the_single_use_of_a_sold_tier_stays() public {
        buy(alice, TIMED);
        expectRefusal(Errors.PromiseBroken.selector);
        setTier(TIMED, PRICE, MONTH, 10, 3, uint8(Tiers.CONSUMABLE));
    }
}
