// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Curve} from "./Curve.sol";
import {TokenFees} from "./TokenFees.sol";

/// @dev What a token was made with, in the first word behind its code, from the highest bit down:
/// creator160 | launchedAt32 | preset8 | protocolBps8 | creatorBps16 | lockSeconds32.
type TokenTerms is uint256;

using TokenTermsLib for TokenTerms global;

/// @title Reads the terms a token can never change.
library TokenTermsLib {
    /// @dev A clone's own code is a proxy of 45 bytes; behind it lie the terms, the symbol and the name.
    uint256 internal constant OFFSET = 45;

    /// @dev One copy of 32 bytes of our own code: about 110 gas, where a storage slot would cost 2,100.
    function ofThis() internal view returns (TokenTerms terms) {
        /// @solidity memory-safe-assembly
        assembly {
            extcodecopy(address(), 0x00, 45, 0x20)
            terms := mload(0x00)
        }
    }

    function creator(TokenTerms terms) internal pure returns (address) {
        return address(uint160(TokenTerms.unwrap(terms) >> 96));
    }

    /// @dev Seconds since 1970 in 32 bits last until the year 2106.
    function launchedAt(TokenTerms terms) internal pure returns (uint256) {
        return uint32(TokenTerms.unwrap(terms) >> 64);
    }

    function preset(TokenTerms terms) internal pure returns (uint256) {
        return uint8(TokenTerms.unwrap(terms) >> 56);
    }

    function x0(TokenTerms terms) internal pure returns (uint256) {
        return Curve.x0Of(terms.preset());
    }

    function protocolBps(TokenTerms terms) internal pure returns (uint256) {
        return uint8(TokenTerms.unwrap(terms) >> 48);
    }

    /// @dev The creator's fee at the start; it may have been lowered since.
    function firstCreatorBps(TokenTerms terms) internal pure returns (uint256) {
        return uint16(TokenTerms.unwrap(terms) >> 32);
    }

    function lockedUntil(TokenTerms terms) internal pure returns (uint256) {
        unchecked {
            return terms.launchedAt() + uint32(TokenTerms.unwrap(terms));
        }
    }

    /// @dev The share of a purchase that is locked for ever now: zero but for the first minute.
    function launchShareBps(TokenTerms terms) internal view returns (uint256) {
        unchecked {
            uint256 age = block.timestamp - terms.launchedAt();
            if (age >= TokenFees.LAUNCH_WINDOW_S) return 0;
            return TokenFees.LAUNCH_SHARE_BPS * (TokenFees.LAUNCH_WINDOW_S - age) / TokenFees.LAUNCH_WINDOW_S;
        }
    }
}
