// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EscrowTest} from "../EscrowTest.sol";
import {EscrowHandler} from "./EscrowHandler.sol";

contract EscrowInvariantTest is EscrowTest {
    EscrowHandler internal handler;

    function setUp() public override {
        super.setUp();
        handler = new EscrowHandler(escrow);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        bytes4[] memory selectors = new bytes4[](4);
        selectors[0] = EscrowHandler.lockNoRevert.selector;
        selectors[1] = EscrowHandler.commissionNoRevert.selector;
        selectors[2] = EscrowHandler.actNoRevert.selector;
        selectors[3] = EscrowHandler.waitNoRevert.selector;
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), selectors);
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    function invariant_every_wei_is_held_credited_or_a_fee() public view {
        assertEscrow(handler.held() + handler.credits(), handler.fees());
        assertEq(escrow.owed(handler.people(3), NATIVE), handler.credits(), "credit");
    }

    function invariant_each_deal_holds_what_was_paid_in_less_what_left() public view {
        for (uint256 i; i < handler.count(); ++i) {
            assertEq(escrow.dealOf(handler.ids(i)).remaining, handler.left(handler.ids(i)), "deal");
        }
        assertEq(handler.doubleEnds(), 0, "no part leaves twice");
    }
}
