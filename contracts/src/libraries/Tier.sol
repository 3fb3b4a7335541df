// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev One slot: price96 | duration32 | maxSupply32 | minted32 | perks56 | flags8, from the lowest bit up.
type Tier is uint256;

using Tiers for Tier global;

/// @title Reads and writes the fields of a packed tier.
library Tiers {
    /// @dev A pass of the tier can never leave its first owner.
    uint8 internal constant SOULBOUND = 1;
    /// @dev No pass of the tier can be renewed while this is set.
    uint8 internal constant NON_RENEWABLE = 2;
    uint8 internal constant KNOWN_FLAGS = SOULBOUND | NON_RENEWABLE;

    function pack(uint96 price, uint32 duration, uint32 max, uint32 sold, uint56 perkBits, uint8 flagBits)
        internal
        pure
        returns (Tier)
    {
        uint256 word = price;
        word |= uint256(duration) << 96;
        word |= uint256(max) << 128;
        word |= uint256(sold) << 160;
        word |= uint256(perkBits) << 192;
        word |= uint256(flagBits) << 248;
        return Tier.wrap(word);
    }

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
        return uint56(Tier.unwrap(tier) >> 192);
    }

    function flags(Tier tier) internal pure returns (uint256) {
        return Tier.unwrap(tier) >> 248;
    }

    /// @dev The caller has checked minted < maxSupply, so the field cannot overflow into its neighbour.
    function withOneMoreMinted(Tier tier) internal pure returns (Tier) {
        unchecked {
            return Tier.wrap(Tier.unwrap(tier) + (1 << 160));
        }
    }
}
