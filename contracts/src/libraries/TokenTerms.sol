// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Curve} from "./Curve.sol";
import {TokenFees} from "./TokenFees.sol";

/// @dev What a token was made with, in the first word behind its code, from the highest bit down:
/// creator160 | launchedAt32 | preset8 | protocolBps8 | creatorBps16 | lockSeconds32.
type Charter is uint256;

using Charters for Charter global;

/// @title Reads the terms a token can never change.
library Charters {
    /// @dev A clone's own code is a proxy of 45 bytes; behind it lie the charter, the symbol and the name.
    uint256 internal constant OFFSET = 45;

    /// @dev One copy of 32 bytes of our own code: about 110 gas, where a storage slot would cost 2,100.
    function ofThis() internal view returns (Charter charter) {
        /// @solidity memory-safe-assembly
        assembly {
            extcodecopy(address(), 0x00, 45, 0x20)
            charter := mload(0x00)
        }
    }

    function creator(Charter charter) internal pure returns (address) {
        return address(uint160(Charter.unwrap(charter) >> 96));
    }

    /// @dev Seconds since 1970 in 32 bits last until the year 2106.
    function launchedAt(Charter charter) internal pure returns (uint256) {
        return uint32(Charter.unwrap(charter) >> 64);
    }

    function preset(Charter charter) internal pure returns (uint256) {
        return uint8(Charter.unwrap(charter) >> 56);
    }

    function x0(Charter charter) internal pure returns (uint256) {
        return Curve.x0Of(charter.preset());
    }

    function protocolBps(Charter charter) internal pure returns (uint256) {
        return uint8(Charter.unwrap(charter) >> 48);
    }

    /// @dev The creator's fee at the start; it may have been lowered since.
    function firstCreatorBps(Charter charter) internal pure returns (uint256) {
        return uint16(Charter.unwrap(charter) >> 32);
    }

    function lockedUntil(Charter charter) internal pure returns (uint256) {
        unchecked {
            return charter.launchedAt() + uint32(Charter.unwrap(charter));
        }
    }

    /// @dev The share of a purchase that is locked for ever now: zero but for the first minute.
    function launchShareBps(Charter charter) internal view returns (uint256) {
        unchecked {
            uint256 age = block.timestamp - charter.launchedAt();
            if (age >= TokenFees.LAUNCH_WINDOW_S) return 0;
            return TokenFees.LAUNCH_SHARE_BPS * (TokenFees.LAUNCH_WINDOW_S - age) / TokenFees.LAUNCH_WINDOW_S;
        }
    }
}
