// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Payments} from "../../src/Payments.sol";
import {IPayments} from "../../src/interfaces/IPayments.sol";
import {ITill} from "../../src/interfaces/ITill.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PaymentErrors} from "../../src/libraries/PaymentErrors.sol";
import {PaymentTest} from "../PaymentTest.sol";
import {Burner, Reenterer, Refuser, Shouter} from "../mocks/Payees.sol";

contract PaymentsTest is PaymentTest {
    function test_a_tip_reaches_the_payee_in_the_same_transaction() public {
        uint256 before = maya.balance;
        vm.expectEmit(true, true, true, true, address(payments));
        emit IPayments.Paid(alice, maya, "thanks", NATIVE, 10 ether, 0.5 ether, 0, false);
        tip(alice, maya, 10 ether, "thanks");
        assertEq(maya.balance - before, 9.5 ether, "delivered");
        assertBooks(NATIVE, 0, 0.5 ether);
    }

    function test_a_tip_in_dollars_reaches_the_payee() public {
        vm.expectEmit(true, true, true, true, address(payments));
        emit IPayments.Paid(alice, maya, "thanks", address(usd), 5e6, 0.25e6, 0, false);
        vm.prank(alice);
        payments.tipToken(address(usd), maya, 5e6, "thanks");
        assertEq(usd.balanceOf(maya), 4.75e6, "delivered");
        assertBooks(address(usd), 0, 0.25e6);
    }

    function test_the_same_reference_may_be_tipped_again() public {
        tip(alice, maya, 1 ether, "post");
        tip(alice, maya, 1 ether, "post");
        assertBooks(NATIVE, 0, 0.1 ether);
    }

    function test_a_reference_pays_once_per_payer() public {
        bytes32 ref = bytes32((uint256(7) << 64) | 300);
        assertTrue(!payments.isPaid(alice, ref), "not yet");
        vm.expectEmit(true, true, true, true, address(payments));
        emit IPayments.Paid(alice, maya, ref, NATIVE, 1 ether, 0.05 ether, 1, false);
        payOnce(alice, maya, 1 ether, ref);
        assertTrue(payments.isPaid(alice, ref), "paid");
        expectRefusal(PaymentErrors.AlreadyPaid.selector);
        payOnce(alice, maya, 1 ether, ref);
        expectRefusal(PaymentErrors.AlreadyPaid.selector);
        payOnce(alice, carol, 2 ether, ref);
        vm.prank(alice);
        expectRefusal(PaymentErrors.AlreadyPaid.selector);
        payments.payOnceToken(address(usd), maya, 1e6, ref);
        payOnce(carol, maya, 1 ether, ref);
        payOnce(alice, maya, 1 ether, bytes32((uint256(7) << 64) | 301));
        assertBooks(NATIVE, 0, 0.15 ether);
    }

    function test_a_payment_in_dollars_is_made_once_too() public {
        vm.prank(alice);
        payments.payOnceToken(address(usd), maya, 2e6, "a");
        vm.prank(alice);
        expectRefusal(PaymentErrors.AlreadyPaid.selector);
        payments.payOnceToken(address(usd), maya, 2e6, "a");
        assertEq(usd.balanceOf(maya), 1.9e6, "paid once");
    }

    function test_nothing_and_nobody_are_refused() public {
        expectRefusal(PaymentErrors.NothingPaid.selector);
        tip(alice, maya, 0, "");
        for (uint256 i; i < 3; ++i) {
            address payee = [address(0), alice, address(payments)][i];
            expectRefusal(PaymentErrors.PayeeRefused.selector);
            tip(alice, payee, 1 ether, "");
        }
        vm.prank(alice);
        expectRefusal(PaymentErrors.NothingPaid.selector);
        payments.tipToken(address(usd), maya, 0, "");
    }

    function test_money_without_words_comes_back() public {
        vm.prank(alice);
        (bool sent,) = address(payments).call{value: 1 ether}("");
        assertTrue(!sent, "refused");
    }

    function test_a_payee_that_cannot_be_paid_is_credited() public {
        address[3] memory payees = [address(new Refuser()), address(new Burner()), address(new Shouter())];
        for (uint256 i; i < 3; ++i) {
            vm.expectEmit(true, true, true, true, address(payments));
            emit IPayments.Paid(alice, payees[i], "", NATIVE, 1 ether, 0.05 ether, 0, true);
            uint256 gasBefore = gasleft();
            tip(alice, payees[i], 1 ether, "");
            assertTrue(gasBefore - gasleft() < 400_000, "the payer does not pay for it");
            assertEq(payments.owed(payees[i], NATIVE), 0.95 ether, "credit");
        }
        assertBooks(NATIVE, 2.85 ether, 0.15 ether);
    }

    function test_a_credit_is_withdrawn_once_to_wherever_its_owner_says() public {
        Refuser refuser = new Refuser();
        tip(alice, address(refuser), 1 ether, "");
        uint256 before = carol.balance;
        vm.expectEmit(true, true, true, true, address(payments));
        emit ITill.CreditWithdrawn(address(refuser), NATIVE, carol, 0.95 ether);
        refuser.withdraw(payments, NATIVE, carol);
        assertEq(carol.balance - before, 0.95 ether, "paid elsewhere");
        assertBooks(NATIVE, 0, 0.05 ether);
        expectRefusal(PaymentErrors.NoCredit.selector);
        refuser.withdraw(payments, NATIVE, carol);
        vm.prank(carol);
        expectRefusal(PaymentErrors.NoCredit.selector);
        payments.withdraw(NATIVE, carol);
    }

    function test_a_credit_is_not_sent_to_nobody() public {
        Refuser refuser = new Refuser();
        tip(alice, address(refuser), 1 ether, "");
        expectRefusal(Errors.ZeroAddress.selector);
        refuser.withdraw(payments, NATIVE, address(0));
    }

    function test_a_reentrant_withdrawal_finds_nothing() public {
        Reenterer payee = new Reenterer();
        tip(alice, address(new Refuser()), 10 ether, "");
        payee.refuse(true);
        tip(alice, address(payee), 1 ether, "");
        payee.refuse(false);
        payee.onPaid(address(payee), abi.encodeCall(Reenterer.withdraw, (payments, NATIVE, address(payee))), 0);
        payee.withdraw(payments, NATIVE, address(payee));
        assertEq(payee.succeeded(), 0, "the second withdrawal found nothing");
        assertEq(address(payee).balance, 0.95 ether, "paid once");
        assertBooks(NATIVE, 9.5 ether, 0.55 ether);
    }

    function test_a_reentrant_tip_is_a_tip_of_its_own() public {
        Reenterer payee = new Reenterer();
        vm.deal(address(payee), 1 ether);
        payee.onPaid(address(payments), abi.encodeCall(IPayments.tip, (carol, "back")), 1 ether);
        uint256 before = carol.balance;
        tip(alice, address(payee), 1 ether, "");
        assertEq(payee.succeeded(), 1, "made");
        assertEq(carol.balance - before, 0.95 ether, "delivered");
        assertBooks(NATIVE, 0, 0.1 ether);
    }

    function test_a_reentrant_payment_for_the_same_reference_is_refused() public {
        Reenterer payer = new Reenterer();
        vm.deal(address(payer), 2 ether);
        payer.onPaid(address(payments), abi.encodeCall(IPayments.payOnce, (maya, "x")), 1 ether);
        tip(alice, address(payer), 1 ether, "");
        assertEq(payer.succeeded(), 1, "the first is taken");
        payer.onPaid(address(payments), abi.encodeCall(IPayments.payOnce, (maya, "x")), 1 ether);
        tip(alice, address(payer), 1 ether, "");
        assertEq(payer.succeeded(), 1, "the second is not");
    }

    function test_only_the_platform_takes_fees_and_never_more() public {
        tip(alice, address(new Refuser()), 10 ether, "");
        vm.prank(alice);
        expectRefusal(Errors.NotOwner.selector);
        payments.withdrawFees(NATIVE);
        uint256 before = platform.balance;
        vm.expectEmit(true, true, true, true, address(payments));
        emit ITill.FeesTaken(NATIVE, platform, 0.5 ether);
        vm.prank(platform);
        payments.withdrawFees(NATIVE);
        assertEq(platform.balance - before, 0.5 ether, "fees");
        assertBooks(NATIVE, 9.5 ether, 0);
        vm.prank(owner);
        expectRefusal(PaymentErrors.NoCredit.selector);
        payments.withdrawFees(NATIVE);
    }

    function test_the_owner_may_only_redirect_fees() public {
        vm.prank(alice);
        expectRefusal(Errors.NotOwner.selector);
        payments.setFeeRecipient(alice);
        vm.prank(owner);
        expectRefusal(Errors.ZeroAddress.selector);
        payments.setFeeRecipient(address(0));
        vm.prank(owner);
        payments.setFeeRecipient(carol);
        assertEq(payments.feeRecipient(), carol, "redirected");
        expectRefusal(Errors.ZeroAddress.selector);
        new Payments(owner, address(0), address(forwarder));
    }

    function test_a_wei_pays_no_fee() public {
        tip(alice, maya, 19, "");
        assertBooks(NATIVE, 0, 0);
        tip(alice, maya, 20, "");
        assertBooks(NATIVE, 0, 1);
    }
}
