// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Escrow} from "../src/Escrow.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {PaymentTest} from "./PaymentTest.sol";

/// @title An escrow, and deals between alice (pays) and maya (works).
abstract contract EscrowTest is PaymentTest {
    Escrow internal escrow;
    uint32 internal constant DELIVER_S = 7 days;
    uint32 internal constant REVIEW_S = 3 days;

    function setUp() public virtual override {
        super.setUp();
        escrow = new Escrow(owner, platform);
        vm.prank(alice);
        usd.approve(address(escrow), type(uint256).max);
    }

    function inADay() internal view returns (uint40) {
        return uint40(block.timestamp + 1 days);
    }

    function lockGoods(address payer, address payee, uint96 amount) internal returns (bytes32) {
        vm.prank(payer);
        return escrow.lock{value: amount}(payee, NATIVE, amount, inADay(), "goods");
    }

    function amounts(uint96 a, uint96 b) internal pure returns (uint96[] memory list) {
        list = new uint96[](2);
        (list[0], list[1]) = (a, b);
    }

    function commissionOf(uint96 a, uint96 b) internal returns (bytes32) {
        IEscrow.Terms memory terms = IEscrow.Terms(inADay(), DELIVER_S, REVIEW_S);
        vm.prank(alice);
        return escrow.commission{value: uint256(a) + b}(maya, NATIVE, amounts(a, b), terms, "art");
    }

    function by(address who, function(bytes32) external act, bytes32 id) internal {
        vm.prank(who);
        act(id);
    }

    function refusedBy(address who, function(bytes32) external act, bytes32 id, bytes4 why) internal {
        vm.prank(who);
        expectRefusal(why);
        act(id);
    }

    function assertEscrow(uint256 held, uint256 fees) internal view {
        assertEq(escrow.reserved(NATIVE), held, "reserved");
        assertEq(escrow.fees(NATIVE), fees, "fees");
        assertEq(address(escrow).balance, held + fees, "balance");
    }
}
