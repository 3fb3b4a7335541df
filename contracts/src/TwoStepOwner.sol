// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Errors} from "./libraries/Errors.sol";

/// @title An owner who hands over in two steps, so that a mistyped address changes nothing.
abstract contract TwoStepOwner {
    event OwnershipOffered(address indexed owner, address indexed heir);
    event OwnershipTransferred(address indexed previous, address indexed owner);

    address public owner;
    address public pendingOwner;

    modifier onlyOwner() {
        if (msg.sender != owner) revert Errors.NotOwner();
        _;
    }

    constructor(address firstOwner) {
        if (firstOwner == address(0)) revert Errors.ZeroAddress();
        owner = firstOwner;
        emit OwnershipTransferred(address(0), firstOwner);
    }

    /// @notice Offers ownership to `heir`; nothing changes until the heir accepts. Zero withdraws the offer.
    function transferOwnership(address heir) external onlyOwner {
        pendingOwner = heir;
        emit OwnershipOffered(owner, heir);
    }

    /// @notice Takes the ownership offered to the caller.
    function acceptOwnership() external {
        if (msg.sender != pendingOwner) revert Errors.NotOwner();
        emit OwnershipTransferred(owner, msg.sender);
        owner = msg.sender;
        pendingOwner = address(0);
    }
}
