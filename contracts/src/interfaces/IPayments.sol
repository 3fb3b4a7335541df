// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITill} from "./ITill.sol";

/// @title Tips and one-time payments from person to person: the payee is paid in the payer's transaction.
/// @notice `ref` is the payer's note: the id of an intent or an invoice. The contract gives it no meaning, except that
/// `payOnce` takes its low 64 bits as the payer's nonce. 5 % is kept as fee, rounded down in favour of the payee.
interface IPayments is ITill {
    /// @notice An ERC-2612 permission for this contract.
    struct Permit {
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice `payer` paid `gross` of `token` (zero: native) for `payee`: `fee` stayed here for the platform and
    /// `gross - fee` is the payee's. `kind` is 0 for a tip and 1 for a payment that this payer can make once for this
    /// `ref`. `credited` false: the payee has the money. True: the payee could not be paid, and it was added to
    /// `owed[payee][token]`.
    event Paid(
        address indexed payer,
        address indexed payee,
        bytes32 indexed ref,
        address token,
        uint256 gross,
        uint256 fee,
        uint8 kind,
        bool credited
    );

    /// @notice Tips the value sent.
    function tip(address payee, bytes32 ref) external payable;

    /// @notice Tips in tokens, from the caller's allowance.
    function tipToken(address token, address payee, uint256 amount, bytes32 ref) external;

    /// @notice Tips in tokens with a signed permission in place of an earlier approval.
    function tipTokenWithPermit(address token, address payee, uint256 amount, bytes32 ref, Permit calldata permit) external;

    /// @notice Pays the value sent for `ref`, once: a second payment of this payer for it reverts.
    function payOnce(address payee, bytes32 ref) external payable;

    /// @notice Pays once in tokens, from the caller's allowance.
    function payOnceToken(address token, address payee, uint256 amount, bytes32 ref) external;

    /// @notice Pays once in tokens with a signed permission.
    function payOnceTokenWithPermit(address token, address payee, uint256 amount, bytes32 ref, Permit calldata permit)
        external;

    /// @notice Whether `payer` can no longer pay for `ref`.
    function isPaid(address payer, bytes32 ref) external view returns (bool);
}
