// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PassStore} from "../../src/PassStore.sol";
import {Holding} from "../../src/libraries/Holding.sol";
import {Test} from "../Test.sol";

/// @dev Moves with whatever stands in the upper bits of the receiver.
contract DirtyStore is PassStore {
    function mint(address to, uint256 id, uint96 holding) external {
        _mintAndSetExtraDataUnchecked(to, id, holding);
    }

    function moveDirty(address from, uint256 dirtyTo, uint256 id, uint96 holding) external {
        address to;
        assembly ("memory-safe") {
            to := dirtyTo
        }
        _move(from, to, id, Holding.wrap(holding));
    }

    function holdingOf(uint256 id) external view returns (uint96) {
        return Holding.unwrap(_holding(id));
    }
}

contract PassStoreTest is Test {
    function testFuzz_F10_upper_bits_of_a_receiver_reach_no_holding(uint96 dirt, uint96 holding) public {
        DirtyStore store = new DirtyStore();
        (address alice, address carol) = (anActor("alice"), anActor("carol"));
        store.mint(alice, 7, holding);
        store.moveDirty(alice, uint256(dirt) << 160 | uint160(carol), 7, holding);
        assertEq(store.ownerOf(7), carol, "owner");
        assertEq(store.holdingOf(7), holding, "what it remembers");
    }
}
