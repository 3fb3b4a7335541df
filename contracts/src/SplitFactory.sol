// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {LibClone} from "solady/utils/LibClone.sol";
import {TeamSplit} from "./TeamSplit.sol";
import {ISplitFactory} from "./interfaces/ISplitFactory.sol";
import {PaymentErrors} from "./libraries/PaymentErrors.sol";

/// @title Makes splits; it has no owner and takes nothing.
contract SplitFactory is ISplitFactory {
    uint256 private constant MAX_RECIPIENTS = 20;

    /// @inheritdoc ISplitFactory
    address public immutable implementation;

    constructor() {
        implementation = address(new TeamSplit());
    }

    /// @inheritdoc ISplitFactory
    function create(address[] calldata recipients, uint16[] calldata sharesBps, bytes32 salt)
        external
        returns (address split)
    {
        bool exists;
        (exists, split) =
            LibClone.createDeterministicClone(implementation, _packed(recipients, sharesBps), salt);
        if (!exists) emit SplitCreated(split, msg.sender, recipients, sharesBps);
    }

    /// @inheritdoc ISplitFactory
    function splitOf(address[] calldata recipients, uint16[] calldata sharesBps, bytes32 salt)
        external
        view
        returns (address split)
    {
        return
            LibClone.predictDeterministicAddress(implementation, _packed(recipients, sharesBps), salt, address(this));
    }

    /// @dev Ascending recipients cannot repeat, and one team has one address.
    function _packed(address[] calldata recipients, uint16[] calldata sharesBps)
        private
        pure
        returns (bytes memory packed)
    {
        uint256 count = recipients.length;
        if (count < 2 || count > MAX_RECIPIENTS || sharesBps.length != count) revert PaymentErrors.RecipientsRefused();
        uint256 sumBps;
        address last;
        for (uint256 i; i < count; ++i) {
            if (recipients[i] <= last || sharesBps[i] == 0) revert PaymentErrors.RecipientsRefused();
            last = recipients[i];
            sumBps += sharesBps[i];
            packed = abi.encodePacked(packed, last, sharesBps[i]);
        }
        if (sumBps != 10_000) revert PaymentErrors.SharesNotWhole(sumBps);
    }
}
