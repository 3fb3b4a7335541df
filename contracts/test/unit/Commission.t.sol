// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {PaymentErrors} from "../../src/libraries/PaymentErrors.sol";
import {EscrowTest} from "../EscrowTest.sol";

contract CommissionTest is EscrowTest {
    function stepOf(bytes32 id) private view returns (uint256) {
        return uint256(escrow.dealOf(id).step);
    }

    function test_MON_04_accepted_delivered_and_approved_milestone_by_milestone() public {
        bytes32 id = commissionOf(1 ether, 3 ether);
        uint256 before = maya.balance;
        by(maya, escrow.accept, id);
        by(maya, escrow.deliver, id);
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.DealMoved(id, IEscrow.Step.Working, 1, block.timestamp + DELIVER_S);
        emit IEscrow.DealReleased(id, maya, NATIVE, 1 ether, 0.05 ether, false);
        by(alice, escrow.approve, id);
        assertEq(maya.balance - before, 0.95 ether, "first part");
        assertEscrow(3 ether, 0.05 ether);
        by(maya, escrow.deliver, id);
        by(alice, escrow.approve, id);
        assertEq(maya.balance - before, 3.8 ether, "all of it");
        assertEscrow(0, 0.2 ether);
        assertEq(stepOf(id), uint256(IEscrow.Step.Done), "done");
        refusedBy(maya, escrow.refund, id, PaymentErrors.WrongStep.selector);
    }

    function test_MON_04_each_way_to_cancel_returns_exact_sums() public {
        uint256 before = alice.balance;
        bytes32 id = commissionOf(1 ether, 3 ether);
        by(alice, escrow.refund, id);
        assertEq(alice.balance, before, "withdrawn before it was accepted");
        vm.prank(alice);
        id = escrow.commission{value: 4 ether}(
            maya, NATIVE, amounts(1 ether, 3 ether), IEscrow.Terms(inADay(), DELIVER_S, REVIEW_S), "2"
        );
        by(maya, escrow.accept, id);
        refusedBy(alice, escrow.refund, id, PaymentErrors.TooEarly.selector);
        by(maya, escrow.deliver, id);
        refusedBy(alice, escrow.refund, id, PaymentErrors.WrongStep.selector);
        by(alice, escrow.approve, id);
        by(maya, escrow.refund, id);
        assertEq(before - alice.balance, 1 ether, "given up by the payee: only what was approved is gone");
        assertEscrow(0, 0.05 ether);
    }

    function test_M06_a_payee_who_falls_silent_loses_the_deal() public {
        uint256 before = alice.balance;
        bytes32 id = commissionOf(1 ether, 3 ether);
        by(maya, escrow.accept, id);
        vm.warp(block.timestamp + DELIVER_S);
        refusedBy(carol, escrow.refund, id, PaymentErrors.TooEarly.selector);
        vm.warp(block.timestamp + 1);
        refusedBy(maya, escrow.deliver, id, PaymentErrors.TooLate.selector);
        by(carol, escrow.refund, id);
        assertEq(alice.balance, before, "every wei is back");
    }

    function test_M06_a_payer_who_falls_silent_pays_what_was_delivered() public {
        bytes32 id = commissionOf(1 ether, 3 ether);
        uint256 before = maya.balance;
        by(maya, escrow.accept, id);
        by(maya, escrow.deliver, id);
        vm.warp(block.timestamp + REVIEW_S);
        refusedBy(maya, escrow.claim, id, PaymentErrors.TooEarly.selector);
        vm.warp(block.timestamp + 1);
        refusedBy(alice, escrow.reject, id, PaymentErrors.TooLate.selector);
        by(carol, escrow.claim, id);
        assertEq(maya.balance - before, 0.95 ether, "the first part");
        assertEscrow(3 ether, 0.05 ether);
    }

    function test_an_offer_that_nobody_takes_comes_back() public {
        bytes32 id = commissionOf(1 ether, 3 ether);
        refusedBy(carol, escrow.refund, id, PaymentErrors.NotYours.selector);
        vm.warp(block.timestamp + 1 days + 1);
        refusedBy(maya, escrow.accept, id, PaymentErrors.TooLate.selector);
        by(carol, escrow.refund, id);
        assertEscrow(0, 0);
    }

    function test_a_delivery_is_sent_back_twice_at_most() public {
        bytes32 id = commissionOf(1 ether, 3 ether);
        by(maya, escrow.accept, id);
        for (uint256 i; i < 2; ++i) {
            by(maya, escrow.deliver, id);
            by(alice, escrow.reject, id);
            assertEq(stepOf(id), uint256(IEscrow.Step.Working), "back to work");
        }
        by(maya, escrow.deliver, id);
        refusedBy(alice, escrow.reject, id, PaymentErrors.WrongStep.selector);
        by(alice, escrow.approve, id);
        by(maya, escrow.deliver, id);
        by(alice, escrow.reject, id);
    }

    function test_each_step_belongs_to_one_side() public {
        bytes32 id = commissionOf(1 ether, 3 ether);
        refusedBy(alice, escrow.accept, id, PaymentErrors.NotYours.selector);
        refusedBy(maya, escrow.deliver, id, PaymentErrors.WrongStep.selector);
        refusedBy(alice, escrow.open, id, PaymentErrors.WrongStep.selector);
        by(maya, escrow.accept, id);
        refusedBy(maya, escrow.accept, id, PaymentErrors.WrongStep.selector);
        refusedBy(alice, escrow.deliver, id, PaymentErrors.NotYours.selector);
        refusedBy(alice, escrow.approve, id, PaymentErrors.WrongStep.selector);
        by(maya, escrow.deliver, id);
        refusedBy(maya, escrow.approve, id, PaymentErrors.NotYours.selector);
        refusedBy(maya, escrow.reject, id, PaymentErrors.NotYours.selector);
    }

    function test_terms_out_of_bounds_are_refused() public {
        uint40 acceptBy = inADay();
        refusedTerms(amounts(1, 0), IEscrow.Terms(acceptBy, DELIVER_S, REVIEW_S));
        refusedTerms(new uint96[](0), IEscrow.Terms(acceptBy, DELIVER_S, REVIEW_S));
        refusedTerms(new uint96[](11), IEscrow.Terms(acceptBy, DELIVER_S, REVIEW_S));
        refusedTerms(amounts(1, 1), IEscrow.Terms(acceptBy, 0, REVIEW_S));
        refusedTerms(amounts(1, 1), IEscrow.Terms(acceptBy, DELIVER_S, 59 minutes));
        refusedTerms(amounts(1, 1), IEscrow.Terms(acceptBy, DELIVER_S, 366 days));
        refusedTerms(amounts(1, 1), IEscrow.Terms(uint40(block.timestamp), DELIVER_S, REVIEW_S));
        refusedTerms(amounts(1, 1), IEscrow.Terms(uint40(block.timestamp + 366 days), DELIVER_S, REVIEW_S));
    }

    function refusedTerms(uint96[] memory parts, IEscrow.Terms memory terms) private {
        vm.prank(alice);
        expectRefusal(PaymentErrors.TermsRefused.selector);
        escrow.commission{value: 2}(maya, NATIVE, parts, terms, "");
    }
}
