// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PaymentTest} from "../PaymentTest.sol";
import {PaymentsHandler} from "./PaymentsHandler.sol";

contract PaymentsInvariantTest is PaymentTest {
    PaymentsHandler internal handler;

    function setUp() public override {
        super.setUp();
        handler = new PaymentsHandler(payments, usd, platform);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_balance_is_the_sum_of_what_is_owed_and_the_fees() public view {
        assertBooks(NATIVE, handler.owedSum(NATIVE), handler.fees(NATIVE));
        assertBooks(address(usd), handler.owedSum(address(usd)), handler.fees(address(usd)));
        for (uint256 i; i < 3; ++i) {
            address account = handler.hostile(i);
            assertEq(payments.owed(account, NATIVE), handler.owed(account, NATIVE), "credit");
            assertEq(payments.owed(account, address(usd)), handler.owed(account, address(usd)), "credit in dollars");
        }
    }

    function invariant_a_reference_pays_once_per_payer() public view {
        assertEq(handler.doublePayments(), 0, "paid twice");
    }
}
