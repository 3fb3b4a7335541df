// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Vm} from "./Vm.sol";

/// @title Assertions and actors; all a test needs, without a library.
abstract contract Test {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    error NotEqual(string what, uint256 got, uint256 wanted);
    error Untrue(string what);

    function assertEq(uint256 got, uint256 wanted, string memory what) internal pure {
        if (got != wanted) revert NotEqual(what, got, wanted);
    }

    function assertEq(address got, address wanted, string memory what) internal pure {
        assertEq(uint160(got), uint160(wanted), what);
    }

    function assertTrue(bool holds, string memory what) internal pure {
        if (!holds) revert Untrue(what);
    }

    function anActor(string memory called) internal returns (address actor) {
        actor = address(uint160(uint256(keccak256(bytes(called)))));
        vm.deal(actor, 1_000 ether);
    }

    function bounded(uint256 x, uint256 low, uint256 high) internal pure returns (uint256) {
        return high - low == type(uint256).max ? x : low + x % (high - low + 1);
    }

    function expectRefusal(bytes4 selector) internal {
        vm.expectRevert(abi.encodePacked(selector));
    }
}
