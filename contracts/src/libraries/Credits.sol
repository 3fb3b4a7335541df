// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev One slot: creatorWei112 | protocolWei112 | loweredBps16 | isWarm1, from the lowest bit up.
type Credits is uint256;

using CreditsLib for Credits global;

/// @title What a token owes, and by how much its creator's fee was lowered: read and written by each trade together.
library CreditsLib {
    uint256 private constant _WEI_MASK = type(uint112).max;
    uint256 private constant _WARM = 1 << 240;

    function creatorWei(Credits credits) internal pure returns (uint256) {
        return Credits.unwrap(credits) & _WEI_MASK;
    }

    function protocolWei(Credits credits) internal pure returns (uint256) {
        return Credits.unwrap(credits) >> 112 & _WEI_MASK;
    }

    function loweredBps(Credits credits) internal pure returns (uint256) {
        return uint16(Credits.unwrap(credits) >> 224);
    }

    /// @dev Neither field can reach its neighbour: all native money there is fits into 91 bits.
    function with(Credits credits, uint256 creatorMoreWei, uint256 protocolMoreWei) internal pure returns (Credits) {
        unchecked {
            return Credits.wrap(Credits.unwrap(credits) + (creatorMoreWei | protocolMoreWei << 112));
        }
    }

    function lowered(Credits credits, uint256 bps) internal pure returns (Credits) {
        return Credits.wrap(Credits.unwrap(credits) & ~(uint256(type(uint16).max) << 224) | bps << 224);
    }

    /// @dev The slot stays non-zero, so that the next trade does not pay 17,100 gas for the claim.
    function paid(Credits credits) internal pure returns (Credits) {
        return Credits.wrap(Credits.unwrap(credits) >> 224 << 224 | _WARM);
    }
}
