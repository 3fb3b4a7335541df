// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {LibClone} from "solady/utils/LibClone.sol";
import {AccessPass} from "./AccessPass.sol";
import {TwoStepOwner} from "./TwoStepOwner.sol";
import {IAccessPass} from "./interfaces/IAccessPass.sol";
import {IPassFactory} from "./interfaces/IPassFactory.sol";
import {Errors} from "./libraries/Errors.sol";

/// @title Makes one pass collection per creator, at an address known beforehand.
contract PassFactory is TwoStepOwner, IPassFactory {
    /// @inheritdoc IPassFactory
    address public immutable implementation;
    /// @inheritdoc IPassFactory
    address public feeRecipient;

    /// @param market the PassMarket that alone settles sales of the passes made here.
    constructor(address firstOwner, address firstFeeRecipient, address market) TwoStepOwner(firstOwner) {
        if (market == address(0)) revert Errors.ZeroAddress();
        implementation = address(new AccessPass(market));
        _setFeeRecipient(firstFeeRecipient);
    }

    /// @inheritdoc IPassFactory
    function createCollection() external returns (address) {
        return _create();
    }

    /// @inheritdoc IPassFactory
    function createWithTier(uint256 terms) external returns (address pass) {
        pass = _create();
        IAccessPass(pass).setTier(terms, address(0));
    }

    /// @inheritdoc IPassFactory
    function setFeeRecipient(address recipient) external onlyOwner {
        _setFeeRecipient(recipient);
    }

    /// @inheritdoc IPassFactory
    function collectionOf(address creator) external view returns (address) {
        return
            LibClone.predictDeterministicAddress(
                implementation, abi.encodePacked(creator), _salt(creator), address(this)
            );
    }

    /// @dev Looks before it creates: a CREATE2 onto existing code burns all gas of the transaction.
    function _create() private returns (address pass) {
        bool exists;
        (exists, pass) =
            LibClone.createDeterministicClone(implementation, abi.encodePacked(msg.sender), _salt(msg.sender));
        if (exists) revert Errors.CollectionExists();
        emit CollectionCreated(msg.sender, pass);
    }

    function _setFeeRecipient(address recipient) private {
        if (recipient == address(0)) revert Errors.ZeroAddress();
        feeRecipient = recipient;
        emit FeeRecipientSet(recipient);
    }

    function _salt(address creator) private pure returns (bytes32) {
        return bytes32(uint256(uint160(creator)));
    }
}
