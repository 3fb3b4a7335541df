// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Divides whatever it receives among fixed recipients. `token` zero is the native coin.
interface ITeamSplit {
    /// @notice `amount` of `token` went to `to`, out of what is due to `account`.
    event ShareReleased(address indexed account, address indexed token, address to, uint256 amount);

    /// @notice `account` could not be paid in a distribution: `amount` stays due and waits for `release`.
    event ShareRefused(address indexed account, address indexed token, uint256 amount);

    /// @notice Sends `account` what is due to it; anyone may call. Answers the amount, which may be zero.
    function release(address token, address account) external returns (uint256 amount);

    /// @notice Sends what is due to the caller elsewhere: for a recipient that cannot receive.
    function releaseTo(address token, address to) external returns (uint256 amount);

    /// @notice Sends every recipient what is due to it; one that cannot be paid holds up nobody.
    function distribute(address token) external;

    /// @notice What `account` would be sent now. Shares are rounded down; the few wei left count in the next division.
    function due(address token, address account) external view returns (uint256);

    /// @notice Everything of `token` that was ever received.
    function received(address token) external view returns (uint256);

    /// @notice What `account` was sent so far.
    function released(address account, address token) external view returns (uint256);

    /// @notice The recipients, ascending, and their shares in basis points; their sum is 10,000.
    function shares() external view returns (address[] memory recipients, uint16[] memory sharesBps);
}
