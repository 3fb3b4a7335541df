// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Makes one pass collection per creator, at an address known beforehand.
interface IPassFactory {
    /// @notice A creator's collection now exists.
    event CollectionCreated(address indexed creator, address pass);

    /// @notice Platform fees of all collections now go to `recipient`.
    event FeeRecipientSet(address indexed recipient);

    /// @notice Creates the caller's collection; refuses if it already exists.
    function createCollection() external returns (address pass);

    /// @notice Creates the caller's collection together with its first tier.
    /// @dev `terms` as in {IAccessPass-setTier}; a price in an ERC-20 is set afterwards.
    function createWithTier(uint256 terms) external returns (address pass);

    /// @notice Where the collection of `creator` is, or will be.
    function collectionOf(address creator) external view returns (address);

    /// @notice The code every collection runs.
    function implementation() external view returns (address);

    /// @notice Who receives platform fees.
    function feeRecipient() external view returns (address);

    /// @notice Redirects platform fees; owner only. It is the owner's only power.
    function setFeeRecipient(address recipient) external;
}
