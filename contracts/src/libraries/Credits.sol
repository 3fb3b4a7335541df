// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev One slot: creatorWei112 | protocolWei112 | loweredBps16 | isWarm1, from the lowest bit up.
type Owed is uint256;

using Oweds for Owed global;

/// @title What a token owes, and by how much its creator's fee was lowered: read and written by each trade together.
library Oweds {
    uint256 private constant _WEI_MASK = type(uint112).max;
    uint256 private constant _WARM = 1 << 240;

    function creatorWei(Owed owed) internal pure returns (uint256) {
        return Owed.unwrap(owed) & _WEI_MASK;
    }

    function protocolWei(Owed owed) internal pure returns (uint256) {
        return Owed.unwrap(owed) >> 112 & _WEI_MASK;
    }

    function loweredBps(Owed owed) internal pure returns (uint256) {
        return uint16(Owed.unwrap(owed) >> 224);
    }

    /// @dev Neither field can reach its neighbour: all native money there is fits into 91 bits.
    function with(Owed owed, uint256 creatorMoreWei, uint256 protocolMoreWei) internal pure returns (Owed) {
        unchecked {
            return Owed.wrap(Owed.unwrap(owed) + (creatorMoreWei | protocolMoreWei << 112));
        }
    }

    function lowered(Owed owed, uint256 bps) internal pure returns (Owed) {
        return Owed.wrap(Owed.unwrap(owed) & ~(uint256(type(uint16).max) << 224) | bps << 224);
    }

    /// @dev The slot stays non-zero, so that the next trade does not pay 17,100 gas for the claim.
    function paid(Owed owed) internal pure returns (Owed) {
        return Owed.wrap(Owed.unwrap(owed) >> 224 << 224 | _WARM);
    }
}
