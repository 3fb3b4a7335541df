// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PassFactory} from "../../src/PassFactory.sol";

/// @title A creator that takes no money: its passes must sell and be resold all the same.
contract Refuser {
    constructor(PassFactory factory) {
        uint256 low = 1 ether | uint256(30 days) << 96 | uint256(type(uint32).max) << 128;
        factory.createWithTier(1 << 160 | low | uint256(50) << 240);
    }
}
