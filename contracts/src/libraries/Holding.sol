// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PassErrors} from "./PassErrors.sol";
import {Tier, Tiers} from "./Tier.sol";

/// @dev The 96 bits beside the owner of a pass: expiry34 | moves24 | giftedAt22 | state16, from the lowest bit up.
/// state16 = soulbound1 | open1 | lent1 | consumed1 | graceCode3 | royaltyUnits7 | cancelled1.
type Holding is uint96;

using Holdings for Holding global;

/// @title Reads and writes what a pass remembers in its owner's slot.
library Holdings {
    /// @dev The expiry of a lifetime pass: later than any clock (the year 2514), so "expiry > now" is the access rule.
    uint256 internal constant LIFETIME = (1 << 34) - 1;

    uint256 internal constant SOULBOUND = 1 << 80;
    uint256 internal constant OPEN = 1 << 81;
    /// @dev Spares an unlent pass the read of its user.
    uint256 internal constant LENT = 1 << 82;
    uint256 internal constant CONSUMED = 1 << 83;
    /// @dev Its owner ended it: no grace runs until it is paid for again.
    uint256 internal constant CANCELLED = 1 << 94;

    /// @dev Gifts are remembered in steps of 256 s, so that 22 bits last 34 years; then the count begins anew.
    uint256 private constant GIFT_STEP_BITS = 8;
    uint256 private constant GIFT_MASK = (1 << 22) - 1;
    /// @dev 24 h are 337.5 steps. 339 steps apart means at least 338 whole ones between: never less than 24 h.
    uint256 internal constant GIFT_STEPS = 339;
    uint256 private constant MOVES_MASK = (1 << 24) - 1;

    /// @dev Terms are those of the tier at the moment of sale: a creator cannot bind or tax a pass that was sold free.
    function start(uint256 expiryS, Tier tier) internal pure returns (Holding) {
        uint256 flags = tier.flags();
        uint256 state = (flags & Tiers.SOULBOUND) | (flags & Tiers.OPEN) >> 1 | (flags >> 5) << 4;
        return Holding.wrap(uint96(expiryS | (state | tier.royaltyUnits() << 7) << 80));
    }

    /// @dev Zero only for a pass that does not exist: every sold pass has an expiry.
    function expiry(Holding holding) internal pure returns (uint256) {
        return Holding.unwrap(holding) & LIFETIME;
    }

    function nonce(Holding holding) internal pure returns (uint32) {
        return uint32(Holding.unwrap(holding) >> 34 & MOVES_MASK);
    }

    function has(Holding holding, uint256 flag) internal pure returns (bool) {
        return Holding.unwrap(holding) & flag != 0;
    }

    function graceS(Holding holding) internal pure returns (uint256) {
        return Tiers.graceOf(Holding.unwrap(holding) >> 84 & 7);
    }

    function royaltyBps(Holding holding) internal pure returns (uint256) {
        unchecked {
            return (Holding.unwrap(holding) >> 87 & 127) * Tiers.ROYALTY_STEP_BPS;
        }
    }

    /// @dev When access ends if nobody renews: the expiry and the grace after it, which a cancelled pass has not. Zero
    /// once consumed.
    function activeUntil(Holding holding) internal pure returns (uint256) {
        if (holding.has(CONSUMED | CANCELLED)) return holding.has(CONSUMED) ? 0 : holding.expiry();
        unchecked {
            return holding.expiry() + holding.graceS();
        }
    }

    /// @dev A lifetime pass lasts until any time, also the highest, by which {IERC5643.expiresAt} tells it.
    function lastsUntil(Holding holding, uint256 timeS) internal pure returns (bool) {
        uint256 expiryS = holding.expiry();
        return expiryS >= timeS || expiryS == LIFETIME;
    }

    function withExpiry(Holding holding, uint256 expiryS) internal pure returns (Holding) {
        return Holding.wrap(uint96(uint256(Holding.unwrap(holding)) & ~LIFETIME | expiryS));
    }

    function with(Holding holding, uint256 flag) internal pure returns (Holding) {
        return Holding.wrap(uint96(Holding.unwrap(holding) | flag));
    }

    function without(Holding holding, uint256 flag) internal pure returns (Holding) {
        return Holding.wrap(uint96(Holding.unwrap(holding) & ~flag));
    }

    /// @dev Wraps at 2^24 moves without touching the fields above.
    function withNextNonce(Holding holding) internal pure returns (Holding) {
        unchecked {
            uint256 word = Holding.unwrap(holding);
            uint256 next = ((word >> 34) + 1 & MOVES_MASK) << 34;
            return Holding.wrap(uint96(word & ~(MOVES_MASK << 34) | next));
        }
    }

    /// @dev Refuses the second gift within 24 h (at most 9 minutes more), else remembers this one.
    function withGift(Holding holding, uint256 nowS) internal pure returns (Holding) {
        unchecked {
            uint256 word = Holding.unwrap(holding);
            uint256 last = word >> 58 & GIFT_MASK;
            uint256 stamp = nowS >> GIFT_STEP_BITS & GIFT_MASK;
            if (last != 0 && (stamp - last & GIFT_MASK) < GIFT_STEPS) revert PassErrors.GiftTooSoon();
            // Zero means "never": the one step in 34 years that would be zero is written as the next.
            if (stamp == 0) stamp = 1;
            return Holding.wrap(uint96(word & ~(GIFT_MASK << 58) | stamp << 58));
        }
    }

    /// @dev From when on the owner may give the pass away again, in seconds; zero if never given. `nowS` resolves the wrap.
    function giftableAt(Holding holding, uint256 nowS) internal pure returns (uint256) {
        uint256 last = Holding.unwrap(holding) >> 58 & GIFT_MASK;
        if (last == 0) return 0;
        unchecked {
            uint256 ago = (nowS >> GIFT_STEP_BITS) - last & GIFT_MASK;
            return (nowS >> GIFT_STEP_BITS) - ago + GIFT_STEPS << GIFT_STEP_BITS;
        }
    }
}
