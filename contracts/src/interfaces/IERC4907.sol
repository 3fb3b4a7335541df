// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title ERC-4907: rentable NFTs. Interface id 0xad092b5c.
interface IERC4907 {
    /// @notice A pass was lent to `user` until `expires`, or returned (both zero).
    event UpdateUser(uint256 indexed tokenId, address indexed user, uint64 expires);

    /// @notice Lends a pass: until `expires` its access is the user's, and the pass stays where it is.
    /// @dev Stricter than the standard: only the owner lends, for thirty days at most and not beyond the pass's expiry, and
    /// a running loan is kept; only its user may end it early, by naming nobody.
    function setUser(uint256 tokenId, address user, uint64 expires) external;

    /// @notice Who has borrowed the pass now; zero if nobody.
    function userOf(uint256 tokenId) external view returns (address);

    /// @notice When the latest loan ends or ended, in seconds; zero if there is none.
    function userExpires(uint256 tokenId) external view returns (uint256);
}
