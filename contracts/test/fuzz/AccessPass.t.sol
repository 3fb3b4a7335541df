// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IAccessPass} from "../../src/interfaces/IAccessPass.sol";
import {Holding, Holdings} from "../../src/libraries/Holding.sol";
import {PassTest} from "../PassTest.sol";

contract AccessPassFuzzTest is PassTest {
    function testFuzz_any_terms_survive_packing(
        uint32 tierId,
        uint96 price,
        uint32 duration,
        uint32 max,
        uint56 perks,
        uint8 flags
    ) public {
        vm.assume(tierId != TIMED && tierId != FOR_LIFE && max != 0);
        price -= price % 20;
        setTier(tierId, price, duration, max, perks, flags % 4);
        IAccessPass.TierTerms memory tier = pass.tierOf(tierId);
        assertEq(tier.priceWei, price, "price");
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
        (uint256 toCreator, uint256 toPlatform) = pass.owed();
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
            try pass.mint(3, alice, 0, "") {
                ++sold;
            } catch {}
        }
        assertEq(sold, tries < max ? tries : max, "sold");
    }

    function testFuzz_a_renewal_adds_exactly_its_periods(uint32 duration, uint16 periods, uint40 later) public {
        duration = uint32(bounded(duration, 1, 10 * 365 days));
        periods = uint16(bounded(periods, 1, 1_000));
        setTier(3, 0, duration, OPEN, 0, 0);
        uint256 id = buy(alice, 3);
        uint256 expiry = pass.expiresAt(id);
        vm.warp(block.timestamp + bounded(later, 0, 100 * 365 days));
        uint256 from = expiry > block.timestamp ? expiry : block.timestamp;
        renew(carol, id, periods);
        assertEq(pass.expiresAt(id), from + uint256(duration) * periods, "expiry");
        assertEq(pass.ownerOf(id), alice, "owner");
    }

    function testFuzz_fields_of_a_holding_do_not_touch_each_other(uint96 word, uint40 expiry) public pure {
        Holding holding = Holding.wrap(word);
        Holding extended = holding.withExpiry(expiry);
        assertEq(extended.expiry(), expiry, "expiry");
        assertEq(extended.nonce(), holding.nonce(), "nonce kept");
        assertEq(Holding.unwrap(extended) >> 72, word >> 72, "flags kept");
        Holding moved = holding.withNextNonce();
        unchecked {
            assertEq(moved.nonce(), uint32(holding.nonce() + 1), "nonce");
        }
        assertEq(moved.expiry(), holding.expiry(), "expiry kept");
        assertEq(Holding.unwrap(moved) >> 72, word >> 72, "flags kept");
        assertTrue(Holdings.start(expiry, 1).has(1) && !Holdings.start(expiry, 2).has(1), "flag");
    }
}
