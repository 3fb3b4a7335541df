// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PaymentErrors} from "../../src/libraries/PaymentErrors.sol";
import {EscrowTest} from "../EscrowTest.sol";
import {Reenterer, Refuser} from "../mocks/Payees.sol";

contract EscrowGoodsTest is EscrowTest {
    function receiptFor(bytes32 id) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("CoreFans Escrow"),
                keccak256("1"),
                block.chainid,
                address(escrow)
            )
        );
        bytes32 body = keccak256(abi.encode(keccak256("Receipt(bytes32 deal)"), id));
        return signed(keccak256(abi.encodePacked(hex"1901", domain, body)));
    }

    function test_M06_goods_are_refunded_exactly_until_they_are_opened() public {
        uint256 before = alice.balance;
        bytes32 id = lockGoods(alice, maya, 1 ether);
        assertEscrow(1 ether, 0);
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.DealMoved(id, IEscrow.Step.Refunded, 0, 0);
        emit IEscrow.DealRefunded(id, alice, NATIVE, 1 ether, false);
        by(alice, escrow.refund, id);
        assertEq(alice.balance, before, "every wei is back");
        assertEscrow(0, 0);
        refusedBy(alice, escrow.refund, id, PaymentErrors.WrongStep.selector);
        refusedBy(alice, escrow.open, id, PaymentErrors.WrongStep.selector);
    }

    function test_M06_opening_is_final() public {
        bytes32 id = lockGoods(alice, maya, 1 ether);
        uint256 before = maya.balance;
        by(alice, escrow.open, id);
        assertEq(maya.balance - before, 0.95 ether, "the payee is paid");
        assertEscrow(0, 0.05 ether);
        refusedBy(alice, escrow.refund, id, PaymentErrors.AlreadyOpened.selector);
        refusedBy(maya, escrow.refund, id, PaymentErrors.AlreadyOpened.selector);
        refusedBy(alice, escrow.open, id, PaymentErrors.AlreadyOpened.selector);
        vm.warp(block.timestamp + 400 days);
        refusedBy(carol, escrow.refund, id, PaymentErrors.AlreadyOpened.selector);
    }

    function test_M06_a_signed_receipt_opens() public {
        bytes32 id = lockGoods(signer, maya, 1 ether);
        bytes32 hers = lockGoods(alice, maya, 1 ether);
        bytes memory receipt = receiptFor(id);
        expectRefusal(PaymentErrors.BadSignature.selector);
        escrow.openWithReceipt(hers, receipt);
        vm.prank(maya);
        escrow.openWithReceipt(id, receipt);
        assertEscrow(1 ether, 0.05 ether);
        expectRefusal(PaymentErrors.AlreadyOpened.selector);
        escrow.openWithReceipt(id, receipt);
    }

    function test_only_the_buyer_opens_and_only_the_parties_refund_in_time() public {
        bytes32 id = lockGoods(alice, maya, 1 ether);
        refusedBy(maya, escrow.open, id, PaymentErrors.NotYours.selector);
        refusedBy(carol, escrow.refund, id, PaymentErrors.NotYours.selector);
        vm.warp(block.timestamp + 1 days + 1);
        by(carol, escrow.refund, id);
        assertEscrow(0, 0);
    }

    function test_a_seller_may_give_the_money_back() public {
        bytes32 id = lockGoods(alice, maya, 1 ether);
        by(maya, escrow.refund, id);
        assertEscrow(0, 0);
    }

    function test_a_reference_makes_one_deal() public {
        lockGoods(alice, maya, 1 ether);
        uint40 openBy = inADay();
        vm.prank(alice);
        expectRefusal(PaymentErrors.DealExists.selector);
        escrow.lock{value: 1 ether}(maya, NATIVE, 1 ether, openBy, "goods");
    }

    function test_bad_deals_are_refused() public {
        uint40 openBy = inADay();
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Errors.WrongValue.selector, 1 ether, 2 ether));
        escrow.lock{value: 1 ether}(maya, NATIVE, 2 ether, openBy, "");
        vm.prank(alice);
        expectRefusal(PaymentErrors.ValueWithToken.selector);
        escrow.lock{value: 1}(maya, address(usd), 1e6, openBy, "");
        vm.prank(alice);
        expectRefusal(PaymentErrors.NothingPaid.selector);
        escrow.lock(maya, NATIVE, 0, openBy, "");
        vm.prank(alice);
        expectRefusal(PaymentErrors.PayeeRefused.selector);
        escrow.lock{value: 1}(alice, NATIVE, 1, openBy, "");
        vm.prank(alice);
        expectRefusal(PaymentErrors.TermsRefused.selector);
        escrow.lock{value: 1}(maya, NATIVE, 1, uint40(block.timestamp), "");
        expectRefusal(PaymentErrors.DealUnknown.selector);
        escrow.refund("none");
        expectRefusal(PaymentErrors.DealUnknown.selector);
        escrow.open("none");
    }

    function test_dollars_are_locked_and_released_alike() public {
        uint40 openBy = inADay();
        vm.prank(alice);
        bytes32 id = escrow.lock(maya, address(usd), 10e6, openBy, "usd");
        assertEq(escrow.reserved(address(usd)), 10e6, "held");
        by(alice, escrow.open, id);
        assertEq(usd.balanceOf(maya), 9.5e6, "paid");
        assertEq(escrow.fees(address(usd)), 0.5e6, "fee");
        assertEq(escrow.reserved(address(usd)), 0, "nothing held");
    }

    function test_a_payee_that_cannot_be_paid_is_credited() public {
        Refuser payee = new Refuser();
        bytes32 id = lockGoods(alice, address(payee), 1 ether);
        vm.prank(alice);
        escrow.open(id);
        assertEq(escrow.owed(address(payee), NATIVE), 0.95 ether, "credit");
        assertEscrow(0.95 ether, 0.05 ether);
        payee.withdraw(escrow, NATIVE, carol);
        assertEscrow(0, 0.05 ether);
    }

    function test_a_payee_that_calls_back_is_paid_once() public {
        Reenterer payee = new Reenterer();
        bytes32 id = lockGoods(alice, address(payee), 1 ether);
        lockGoods(carol, maya, 5 ether);
        payee.onPaid(address(escrow), abi.encodeCall(IEscrow.refund, (id)), 0);
        by(alice, escrow.open, id);
        assertEq(payee.succeeded(), 0, "no refund on top");
        assertEscrow(5 ether, 0.05 ether);
    }
}
