// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title ERC-5643: subscription NFTs. Interface id 0x8c65f84d.
interface IERC5643 {
    /// @notice The expiry of a pass changed.
    event SubscriptionUpdate(uint256 indexed tokenId, uint64 expiration);

    /// @notice Extends a pass by `duration` seconds, a whole number of the tier's periods, for exactly the value sent.
    function renewSubscription(uint256 tokenId, uint64 duration) external payable;

    /// @notice Ends a timed pass now, without refund; only its owner may. Stricter than the standard: it takes no money.
    function cancelSubscription(uint256 tokenId) external;

    /// @notice When the pass stops granting access, in seconds; the highest uint64 for a lifetime pass.
    function expiresAt(uint256 tokenId) external view returns (uint64);

    /// @notice Whether `renew` would now take money for this pass.
    function isRenewable(uint256 tokenId) external view returns (bool);
}
