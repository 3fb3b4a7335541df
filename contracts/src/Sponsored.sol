// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title ERC-2771: believes one forwarder about who is calling.
/// @dev Never add a delegatecall multicall beside it: a batch could name any sender.
abstract contract Sponsored {
    address private immutable _FORWARDER;

    constructor(address forwarder) {
        _FORWARDER = forwarder;
    }

    /// @notice Whether calls of `forwarder` are believed to come from whom they name.
    function isTrustedForwarder(address forwarder) external view returns (bool) {
        return forwarder == _FORWARDER;
    }

    /// @dev The forwarder appends the sender it has verified to the call's data.
    function _caller() internal view returns (address caller) {
        caller = msg.sender;
        if (caller == _FORWARDER && msg.data.length >= 24) {
            caller = address(bytes20(msg.data[msg.data.length - 20:]));
        }
    }
}
