// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Makes splits at addresses that follow from recipients, shares and salt.
interface ISplitFactory {
    /// @notice A split now exists at `split`. Shares are in basis points, in the order of the recipients.
    event SplitCreated(address indexed split, address indexed creator, address[] recipients, uint16[] sharesBps);

    /// @notice Makes a split, or answers the one that is already there. Refuses fewer than 2 or more than 20
    /// recipients, recipients that do not ascend, a share of nothing, and shares that do not add up to 10,000.
    function create(address[] calldata recipients, uint16[] calldata sharesBps, bytes32 salt)
        external
        returns (address split);

    /// @notice Where `create` puts this split; refuses what `create` refuses.
    function splitOf(address[] calldata recipients, uint16[] calldata sharesBps, bytes32 salt)
        external
        view
        returns (address split);

    /// @notice The code every split runs.
    function implementation() external view returns (address);
}
