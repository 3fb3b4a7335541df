// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title A collection that is none of ours and claims that everything is its royalty.
contract LyingPass {
    address private immutable _CREATOR;

    constructor(address creator) {
        _CREATOR = creator;
    }

    function moveSold(uint256, address, address, uint256, uint256) external view returns (address, uint256) {
        return (_CREATOR, 10_000);
    }
}
