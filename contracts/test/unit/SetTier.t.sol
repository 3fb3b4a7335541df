// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IAccessPass} from "../../src/interfaces/IAccessPass.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PassErrors} from "../../src/libraries/PassErrors.sol";
import {Tiers} from "../../src/libraries/Tier.sol";
import {PassTest} from "../PassTest.sol";

contract SetTierTest is PassTest {
    function refuse(bytes4 why, uint96 price, uint32 duration, uint32 max, uint48 perks, uint8 flags) private {
        expectRefusal(why);
        setTier(TIMED, price, duration, max, perks, flags);
    }

    function test_terms_are_stored_and_announced() public {
        vm.expectEmit(true, true, true, true, address(pass));
        emit IAccessPass.TierSet(forTier(7, terms(40, 50, 60, 70, 3 | 3 << 5)));
        setTier(7, 40, 50, 60, 70, 3 | 3 << 5);
        IAccessPass.TierTerms memory tier = pass.tierOf(7);
        assertEq(tier.price, 40, "price");
        assertEq(tier.durationS, 50, "duration");
        assertEq(tier.maxSupply, 60, "max");
        assertEq(tier.minted, 0, "minted");
        assertEq(tier.perks, 70, "perks");
        assertEq(tier.flags, 3 | 3 << 5, "flags");
        assertEq(tier.graceS, 7 days, "grace");
        assertEq(tier.royaltyBps, 500, "royalty");
        assertEq(tier.payToken, address(0), "native");
    }

    function test_only_the_creator_sets_tiers() public {
        expectRefusal(Errors.NotCreator.selector);
        vm.prank(mallory);
        pass.setTier(forTier(TIMED, terms(0, 0, 1, 0, 0)), address(0));
    }

    function test_senseless_terms_are_refused() public {
        refuse(Errors.PriceNotWhole.selector, PRICE + 1, MONTH, 10, 3, 0);
        refuse(Errors.SupplyRefused.selector, PRICE, MONTH, 0, 3, 0);
        refuse(Errors.FlagsUnknown.selector, PRICE, MONTH, 10, 3, uint8(Tiers.IN_TOKEN));
        refuse(Errors.FlagsUnknown.selector, PRICE, MONTH, 10, 3, uint8(Tiers.SOULBOUND | Tiers.OPEN));
        vm.startPrank(creator);
        expectRefusal(PassErrors.RoyaltyRefused.selector);
        pass.setTier(forTier(TIMED, taxed(PRICE, MONTH, 10, 3, 0, 101)), address(0));
        expectRefusal(Errors.FlagsUnknown.selector);
        pass.setTier(forTier(TIMED, terms(PRICE, MONTH, 10, 3, 0)), carol);
        vm.stopPrank();
    }

    function test_before_the_first_sale_anything_may_change() public {
        setTier(TIMED, 0, 1 days, OPEN, 0, uint8(Tiers.SOULBOUND));
        assertEq(pass.tierOf(TIMED).maxSupply, OPEN, "max");
    }

    function test_after_a_sale_supply_only_falls_and_not_below_what_is_sold() public {
        buy(alice, TIMED);
        buy(alice, TIMED);
        refuse(Errors.SupplyRefused.selector, PRICE, MONTH, 11, 3, 0);
        refuse(Errors.SupplyRefused.selector, PRICE, MONTH, 1, 3, 0);
        setTier(TIMED, PRICE, MONTH, 2, 3, 0);
        assertEq(pass.tierOf(TIMED).minted, 2, "minted is kept");
    }

    function test_after_a_sale_no_promise_is_taken_back() public {
        buy(alice, TIMED);
        refuse(Errors.PromiseBroken.selector, PRICE, MONTH, 10, 2, 0);
        refuse(Errors.PromiseBroken.selector, PRICE, MONTH - 1, 10, 3, 0);
        refuse(Errors.PromiseBroken.selector, PRICE, MONTH, 10, 3, uint8(Tiers.SOULBOUND));
        setTier(TIMED, 2 * PRICE, MONTH + 1, 10, 7, 0);
        refuse(Errors.PromiseBroken.selector, PRICE, 0, 10, 7, 0);
        buy(alice, FOR_LIFE);
        vm.prank(creator);
        expectRefusal(Errors.PromiseBroken.selector);
        pass.setTier(forTier(FOR_LIFE, terms(PRICE, type(uint32).max, OPEN, 0, 0)), address(0));
    }
}
