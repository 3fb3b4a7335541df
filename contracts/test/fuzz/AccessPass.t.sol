// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IAccessPass} from "../../src/interfaces/IAccessPass.sol";
import {Holding, Holdings} from "../../src/libraries/Holding.sol";
import {Tier, Tiers} from "../../src/libraries/Tier.sol";
import {PassTest} from "../PassTest.sol";

contract AccessPassFuzzTest is PassTest {
    function testFuzz_any_terms_survive_packing(
        uint32 tierId,
        uint96 price,
        uint32 duration,
        uint32 max,
        uint48 perks,
        uint8 flags
    ) public {
        vm.assume(tierId != TIMED && tierId != FOR_LIFE && max != 0);
        price -= price % 20;
        setTier(tierId, price, duration, max, perks, flags % 4);
        IAccessPass.TierTerms memory tier = pass.tierOf(tierId);
        assertEq(tier.price, price, "price");
        assertEq(tier.durationS, duration, "duration");
        assertEq(tier.maxSupply, max, "max");
        assertEq(tier.minted, 0, "minted");
        assertEq(tier.perks, perks, "perks");
        assertEq(tier.flags, flags % 4, "flags");
    }

    function testFuzz_every_sale_splits_exactly(uint96 price, uint32 duration, uint32 tierId) public {
        vm.assume(tierId != TIMED && tierId != FOR_LIFE);
        price -= price % 20;
        setTier(tierId, price, duration, 1, 0, 0);
        vm.deal(alice, price);
        uint256 id = buy(alice, tierId);
        (uint256 toCreator, uint256 toPlatform) = pass.owed(address(0));
        assertEq(toPlatform * 20, price, "five percent, to the wei");
        assertEq(toCreator + toPlatform, address(pass).balance, "nothing is lost");
        assertEq(id >> 32, tierId, "tier in the id");
        assertTrue(mayEnter(alice, id), "active");
    }

    function testFuzz_no_more_than_max_are_sold(uint8 max, uint8 tries) public {
        max = uint8(bounded(max, 1, 12));
        tries = uint8(bounded(tries, 1, 20));
        setTier(3, 0, MONTH, max, 0, 0);
        uint256 sold;
        for (uint256 i; i < tries; ++i) {
            try pass.mintTier(3, alice, 0, "") {
                ++sold;
            } catch {}
        }
        assertEq(sold, tries < max ? tries : max, "sold");
    }

    function testFuzz_a_renewal_adds_exactly_its_periods(uint32 duration, uint16 periods, uint40 later) public {
        duration = uint32(bounded(duration, 1, 365 days));
        periods = uint16(bounded(periods, 1, 300));
        setTier(3, 0, duration, OPEN, 0, 0);
        uint256 id = buy(alice, 3);
        uint256 expiry = pass.expiresAt(id);
        vm.warp(block.timestamp + bounded(later, 0, 50 * 365 days));
        uint256 from = expiry > block.timestamp ? expiry : block.timestamp;
        renew(carol, id, periods);
        assertEq(pass.expiresAt(id), from + uint256(duration) * periods, "expiry");
        assertEq(pass.ownerOf(id), alice, "owner");
    }

    function testFuzz_fields_of_a_holding_do_not_touch_each_other(uint96 word, uint40 expiry, uint40 now_) public pure {
        expiry = uint40(expiry % 2 ** 34);
        Holding holding = Holding.wrap(word);
        uint96 rest = ~uint96(Holdings.LIFETIME);
        Holding extended = holding.withExpiry(expiry);
        assertEq(extended.expiry(), expiry, "expiry");
        assertEq(Holding.unwrap(extended) & rest, word & rest, "the rest is kept");
        Holding moved = holding.withNextNonce();
        assertEq(moved.nonce(), (uint256(holding.nonce()) + 1) % 2 ** 24, "nonce");
        rest = ~(uint96(2 ** 24 - 1) << 34);
        assertEq(Holding.unwrap(moved) & rest, word & rest, "the rest is kept");
        rest = ~(uint96(2 ** 22 - 1) << 58);
        Holding fresh = Holding.wrap(word & rest);
        assertEq(Holding.unwrap(fresh.withGift(now_)) & rest, word & rest, "the rest is kept");
    }

    function testFuzz_a_pass_keeps_the_terms_of_its_sale(uint40 expiry, uint8 flags, uint8 units) public pure {
        expiry = uint40(expiry % 2 ** 34);
        units = uint8(bounded(units, 0, 100));
        Holding holding = Holdings.start(expiry, Tier.wrap(uint256(units) << 240 | uint256(flags) << 248));
        assertEq(holding.expiry(), expiry, "expiry");
        assertEq(holding.royaltyBps(), uint256(units) * 10, "royalty");
        assertEq(holding.graceS(), Tiers.graceOf(flags >> 5), "grace");
        assertTrue(holding.has(Holdings.SOULBOUND) == (flags & 1 != 0), "soulbound");
        assertTrue(holding.has(Holdings.OPEN) == (flags & 4 != 0), "open");
        assertTrue(!holding.has(Holdings.LENT) && !holding.has(Holdings.CONSUMED), "neither lent nor used");
        assertEq(holding.nonce() + holding.giftableAt(1e9), 0, "never moved");
    }

    function testFuzz_no_two_gifts_within_a_day(uint40 first, uint32 later) public {
        first = uint40(bounded(first, 1e9, 1e10));
        vm.warp(first);
        setTier(3, 0, 0, 1, 0, 0);
        uint256 id = buy(alice, 3);
        give(alice, carol, id);
        vm.warp(first + uint256(later));
        // One more than the field can tell apart looks recent again, for a day in 34 years.
        vm.assume(later < 1e9);
        vm.prank(carol);
        try pass.transferFrom(carol, alice, id) {
            assertTrue(later >= 24 hours, "a gift within a day");
        } catch {
            assertTrue(later < 24 hours + 512 seconds, "a gift refused after a day");
            assertTrue(pass.giftableAt(id) > block.timestamp, "and the pass says until when");
        }
    }
}
