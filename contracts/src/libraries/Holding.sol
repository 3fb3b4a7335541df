// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev The 96 bits beside the owner of a pass: expiry40 | transferNonce32 | flags24, from the lowest bit up.
type Holding is uint96;

using Holdings for Holding global;

/// @title Reads and writes what a pass remembers in its owner's slot.
library Holdings {
    /// @dev The expiry of a lifetime pass: later than any clock, so "expiry > now" is the whole access rule.
    uint256 internal constant LIFETIME = type(uint40).max;

    /// @dev The flags are those of the tier at the moment of sale: a creator cannot bind a pass that was sold free.
    function start(uint256 expiryS, uint256 flagBits) internal pure returns (Holding) {
        return Holding.wrap(uint96(expiryS | flagBits << 72));
    }

    /// @dev Zero only for a pass that does not exist: every sold pass has an expiry.
    function expiry(Holding holding) internal pure returns (uint256) {
        return uint40(Holding.unwrap(holding));
    }

    function nonce(Holding holding) internal pure returns (uint32) {
        return uint32(Holding.unwrap(holding) >> 40);
    }

    function has(Holding holding, uint256 flag) internal pure returns (bool) {
        return uint256(Holding.unwrap(holding)) >> 72 & flag != 0;
    }

    function withExpiry(Holding holding, uint256 expiryS) internal pure returns (Holding) {
        return Holding.wrap(uint96(uint256(Holding.unwrap(holding)) >> 40 << 40 | expiryS));
    }

    /// @dev Wraps at 2^32 moves without touching the flags above.
    function withNextNonce(Holding holding) internal pure returns (Holding) {
        unchecked {
            uint256 word = Holding.unwrap(holding);
            uint256 next = uint256(uint32((word >> 40) + 1)) << 40;
            return Holding.wrap(uint96(word & ~(uint256(type(uint32).max) << 40) | next));
        }
    }
}
