// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC721} from "solady/tokens/ERC721.sol";
import {IAccessPass} from "../../src/interfaces/IAccessPass.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Tiers} from "../../src/libraries/Tier.sol";
import {PassTest} from "../PassTest.sol";

contract RenewTest is PassTest {
    uint256 internal id;
    uint256 internal firstExpiry;

    function setUp() public override {
        super.setUp();
        id = buy(alice, TIMED);
        firstExpiry = pass.expiresAt(id);
    }

    function test_an_early_renewal_loses_no_day() public {
        renew(alice, id, 2);
        assertEq(pass.expiresAt(id), firstExpiry + 2 * MONTH, "expiry");
    }

    function test_a_late_renewal_starts_now() public {
        vm.warp(firstExpiry + 5 days);
        renew(alice, id, 1);
        assertEq(pass.expiresAt(id), block.timestamp + MONTH, "expiry");
    }

    function test_a_stranger_may_pay_and_owns_nothing() public {
        renew(carol, id, 1);
        assertEq(pass.ownerOf(id), alice, "owner");
        assertEq(pass.expiresAt(id), firstExpiry + MONTH, "expiry");
    }

    function test_a_renewal_is_paid_per_period_and_announced() public {
        vm.expectEmit(true, true, true, true, address(pass));
        emit IAccessPass.PassPaid(id, carol, address(0), 3 * PRICE, 3 * PRICE / 20, bytes32("r"));
        vm.prank(carol);
        pass.renew{value: 3 * PRICE}(id, 3, 3 * PRICE, "r");
    }

    function test_a_renewal_keeps_to_price_and_value() public {
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceMoved.selector, 2 * PRICE, PRICE));
        pass.renew{value: 2 * PRICE}(id, 2, PRICE, "");
        vm.expectRevert(abi.encodeWithSelector(Errors.WrongValue.selector, PRICE, 2 * PRICE));
        pass.renew{value: PRICE}(id, 2, ANY, "");
        expectRefusal(Errors.PeriodsRefused.selector);
        pass.renew(id, 0, ANY, "");
    }

    function test_what_cannot_be_renewed_is_refused() public {
        uint256 forLife = buy(alice, FOR_LIFE);
        assertTrue(!pass.isRenewable(forLife), "lifetime");
        expectRefusal(Errors.NotRenewable.selector);
        pass.renew{value: PRICE}(forLife, 1, ANY, "");
        setTier(3, PRICE, MONTH, 10, 3, uint8(Tiers.NON_RENEWABLE));
        uint256 once = buy(alice, 3);
        assertTrue(!pass.isRenewable(once) && pass.leastPeriods(once) == 0, "flag");
        expectRefusal(Errors.NotRenewable.selector);
        pass.renew{value: PRICE}(once, 1, ANY, "");
        expectRefusal(ERC721.TokenDoesNotExist.selector);
        pass.renew{value: PRICE}(id + 1, 1, ANY, "");
    }

    function test_an_expiry_beyond_the_clock_is_refused() public {
        setTier(3, 0, type(uint32).max, OPEN, 0, 0);
        uint256 long = buy(alice, 3);
        expectRefusal(Errors.PeriodsRefused.selector);
        pass.renew(long, 4, ANY, "");
    }

    function test_the_standard_renewal_takes_whole_periods() public {
        vm.prank(carol);
        pass.renewSubscription{value: 2 * PRICE}(id, 2 * uint64(MONTH));
        assertEq(pass.expiresAt(id), firstExpiry + 2 * MONTH, "expiry");
        expectRefusal(Errors.PeriodsRefused.selector);
        pass.renewSubscription{value: PRICE}(id, MONTH + 1);
        expectRefusal(Errors.PeriodsRefused.selector);
        pass.renewSubscription{value: PRICE}(id, uint64(MONTH) * 65_536);
        vm.expectRevert(abi.encodeWithSelector(Errors.WrongValue.selector, PRICE - 1, PRICE));
        pass.renewSubscription{value: PRICE - 1}(id, MONTH);
        expectRefusal(Errors.NotRenewable.selector);
        pass.renewSubscription(uint256(FOR_LIFE) << 32 | 1, MONTH);
    }

    function test_only_the_owner_ends_a_pass_and_offers_for_it_die() public {
        expectRefusal(Errors.NotPassOwner.selector);
        pass.cancelSubscription(id);
        vm.prank(alice);
        pass.cancelSubscription(id);
        assertTrue(!pass.isActive(id), "ended");
        assertEq(pass.expiresAt(id), block.timestamp, "expiry");
        assertEq(pass.nonceOf(id), 1, "nonce");
        vm.prank(alice);
        pass.cancelSubscription(id);
        assertEq(pass.nonceOf(id), 1, "ending twice is ending once");
    }

    function test_a_lifetime_pass_cannot_be_ended() public {
        uint256 forLife = buy(alice, FOR_LIFE);
        expectRefusal(Errors.NotRenewable.selector);
        vm.prank(alice);
        pass.cancelSubscription(forLife);
    }
}
