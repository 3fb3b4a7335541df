// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What a contract owes: credits of receivers that could not be paid, and the platform's fees. `token` zero is the native coin.
interface ITill {
    /// @notice `account` took its whole credit of `amount` to `to`.
    event CreditWithdrawn(address indexed account, address indexed token, address to, uint256 amount);

    /// @notice `amount` of fees went to the fee recipient `to`.
    event FeesTaken(address indexed token, address indexed to, uint256 amount);

    /// @notice Fees go to `recipient` from now on.
    event FeeRecipientSet(address indexed recipient);

    /// @notice Sends the caller's whole credit to `to`: a receiver that cannot be paid may have it paid elsewhere.
    function withdraw(address token, address to) external;

    /// @notice Sends the collected fees of one token to the fee recipient; recipient or owner only.
    function withdrawFees(address token) external;

    /// @notice What `account` could not be paid and may withdraw.
    function owed(address account, address token) external view returns (uint256);

    /// @notice What `withdrawFees` would send: the balance less all that belongs to somebody else.
    function fees(address token) external view returns (uint256);

    /// @notice All of this token that belongs to payers and receivers.
    function reserved(address token) external view returns (uint256);

    /// @notice Who receives fees.
    function feeRecipient() external view returns (address);

    /// @notice Redirects fees; owner only. It is the owner's only power.
    function setFeeRecipient(address recipient) external;
}
