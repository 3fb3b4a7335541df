// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Fees} from "./Fees.sol";
import {PassErrors} from "./PassErrors.sol";
import {Errors} from "./Errors.sol";

/// @dev One slot: price96 | duration32 | maxSupply32 | minted32 | perks48 | royalty8 | flags8, from the lowest bit up.
/// `setTier` takes the same word with the tier's id in the place of `minted`: one word of calldata and one of log.
type Tier is uint256;

using Tiers for Tier global;

/// @title Reads and writes the fields of a packed tier.
library Tiers {
    /// @dev A pass of the tier can never leave its first owner.
    uint256 internal constant SOULBOUND = 1;
    /// @dev No pass of the tier can be renewed while this is set.
    uint256 internal constant NON_RENEWABLE = 2;
    /// @dev Anyone whom the owner approves may move the pass. Without it, only the owner and PassMarket may.
    uint256 internal constant OPEN = 4;
    /// @dev The pass is good for one use: `consume` ends it.
    uint256 internal constant CONSUMABLE = 8;
    /// @dev The price is in the tier's pay token, which is named beside the terms.
    uint256 internal constant IN_TOKEN = 16;

    uint256 internal constant ROYALTY_STEP_BPS = 10;

    /// @dev The days of grace by code, one byte each: 0, 1, 3, 7, 14, 30, 60, 90.
    uint256 private constant GRACE_DAYS = 0x5a3c1e0e07030100;

    function priceWei(Tier tier) internal pure returns (uint256) {
        return uint96(Tier.unwrap(tier));
    }

    /// @dev Zero means for life.
    function durationS(Tier tier) internal pure returns (uint256) {
        return uint32(Tier.unwrap(tier) >> 96);
    }

    /// @dev Zero means that the tier was never set.
    function maxSupply(Tier tier) internal pure returns (uint256) {
        return uint32(Tier.unwrap(tier) >> 128);
    }

    function minted(Tier tier) internal pure returns (uint256) {
        return uint32(Tier.unwrap(tier) >> 160);
    }

    function perks(Tier tier) internal pure returns (uint256) {
        return uint48(Tier.unwrap(tier) >> 192);
    }

    /// @dev In steps of `ROYALTY_STEP_BPS`.
    function royaltyUnits(Tier tier) internal pure returns (uint256) {
        return uint8(Tier.unwrap(tier) >> 240);
    }

    function flags(Tier tier) internal pure returns (uint256) {
        return Tier.unwrap(tier) >> 248;
    }

    function has(Tier tier, uint256 flag) internal pure returns (bool) {
        return tier.flags() & flag != 0;
    }

    /// @dev The three highest flags choose one of eight periods.
    function graceOf(uint256 code) internal pure returns (uint256) {
        unchecked {
            return (GRACE_DAYS >> (code << 3) & 255) * 1 days;
        }
    }

    /// @dev The caller has checked minted < maxSupply, so the field cannot overflow into its neighbour.
    function withOneMoreMinted(Tier tier) internal pure returns (Tier) {
        unchecked {
            return Tier.wrap(Tier.unwrap(tier) + (1 << 160));
        }
    }

    /// @dev Takes a word of terms apart, and refuses what makes no sense by itself.
    function fromTerms(uint256 terms) internal pure returns (uint256 tierId, Tier tier) {
        unchecked {
            tierId = uint32(terms >> 160);
            tier = Tier.wrap(terms & ~(uint256(type(uint32).max) << 160));
            if (tier.priceWei() % Fees.PRICE_STEP_WEI != 0) revert Errors.PriceNotWhole();
            if (tier.maxSupply() == 0) revert Errors.SupplyRefused();
            if (tier.royaltyUnits() * ROYALTY_STEP_BPS > Fees.MAX_ROYALTY_BPS) revert PassErrors.RoyaltyRefused();
            if (tier.flags() & (SOULBOUND | OPEN) == SOULBOUND | OPEN) revert Errors.FlagsUnknown();
        }
    }

    /// @dev The new terms of a sold tier: what holders and buyers were promised may grow, never shrink.
    function mustKeep(Tier old, Tier next) internal pure {
        if (next.maxSupply() > old.maxSupply() || next.maxSupply() < old.minted()) revert Errors.SupplyRefused();
        bool breaks = old.perks() & ~next.perks() != 0;
        // Zero is for life: timed passes that are sold could not be renewed any more, nor a lifetime become timed.
        breaks = breaks || next.durationS() < old.durationS() || (old.durationS() == 0) != (next.durationS() == 0);
        breaks = breaks || next.flags() & ~old.flags() & (SOULBOUND | NON_RENEWABLE) != 0;
        breaks = breaks || old.flags() & ~next.flags() & OPEN != 0;
        breaks = breaks || (old.flags() ^ next.flags()) & (CONSUMABLE | IN_TOKEN) != 0;
        breaks = breaks || next.flags() >> 5 < old.flags() >> 5;
        if (breaks) revert Errors.PromiseBroken();
    }
}
