// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What a trade of a personal token costs, as caps nobody can raise.
library TokenFees {
    uint256 internal constant BPS = 10_000;

    /// @dev 1 % of each trade to the platform. Fixed for a token when it is made; the factory may only charge less.
    uint256 internal constant MAX_PROTOCOL_BPS = 100;

    /// @dev Up to 5 % of each trade to the token's creator, who may lower it and never raise it.
    uint256 internal constant MAX_CREATOR_BPS = 500;

    /// @dev For a minute after the start a share of what is bought, falling from 95 % to nothing, is locked for ever in
    /// the token itself. It enriches nobody, so nobody gains by sniping, not even the creator.
    uint256 internal constant LAUNCH_WINDOW_S = 60;
    uint256 internal constant LAUNCH_SHARE_BPS = 9_500;

    /// @dev What a creator buys of its own token before everybody else stays locked for this long at least, whatever the
    /// terms say: the token's own first buy, and the creator's part of a launch.
    uint256 internal constant MIN_LOCK_S = 30 days;

    /// @dev Rounds down, in favour of the trader.
    function feeDown(uint256 amountWei, uint256 feeBps) internal pure returns (uint256) {
        unchecked {
            return amountWei * feeBps / BPS;
        }
    }
}
