// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SplitFactory} from "../../src/SplitFactory.sol";
import {TeamSplit} from "../../src/TeamSplit.sol";
import {Test} from "../Test.sol";
import {Refuser} from "../mocks/Payees.sol";

/// @title Money comes in and is taken out in any order; one recipient cannot be paid.
contract SplitHandler is Test {
    TeamSplit public immutable split;
    address[3] public people;
    uint256 public cameIn;

    constructor() {
        address refuser = address(new Refuser());
        people = [address(0x1), address(0x2), refuser];
        address[] memory list = new address[](3);
        uint16[] memory bps = new uint16[](3);
        for (uint256 i; i < 3; ++i) {
            list[i] = people[i];
        }
        (bps[0], bps[1], bps[2]) = (3_333, 3_334, 3_333);
        split = TeamSplit(payable(new SplitFactory().create(list, bps, 0)));
        vm.deal(address(this), type(uint128).max);
    }

    function payNoRevert(uint64 amount) external {
        (bool sent,) = address(split).call{value: amount}("");
        assertTrue(sent, "taken");
        cameIn += amount;
    }

    function releaseNoRevert(uint256 who) external {
        split.release(address(0), people[who % 2]);
    }

    function distributeNoRevert() external {
        split.distribute(address(0));
    }

    function elsewhereNoRevert() external {
        vm.prank(people[2]);
        split.releaseTo(address(0), address(0xE15E));
    }
}

contract TeamSplitInvariantTest is Test {
    SplitHandler internal handler;
    uint256 internal already;

    function setUp() public {
        already = address(0x1).balance + address(0x2).balance;
        handler = new SplitHandler();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_what_came_in_is_here_or_with_its_owners() public view {
        TeamSplit split = handler.split();
        uint256 out = address(0x1).balance + address(0x2).balance + address(0xE15E).balance - already;
        assertEq(split.received(address(0)), handler.cameIn(), "received");
        assertEq(out + address(split).balance, handler.cameIn(), "nothing lost");
        uint256 due;
        for (uint256 i; i < 3; ++i) {
            due += split.due(address(0), handler.people(i));
        }
        assertTrue(due <= address(split).balance && address(split).balance - due < 3, "all that is due is here");
    }
}
