// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {TestUSD} from "../../src/TestUSD.sol";
import {IPayments} from "../../src/interfaces/IPayments.sol";
import {PaymentErrors} from "../../src/libraries/PaymentErrors.sol";
import {PaymentTest} from "../PaymentTest.sol";
import {Refuser} from "../mocks/Payees.sol";
import {HookPayee, HookToken, OddToken, SilentToken} from "../mocks/Tokens.sol";

contract PaymentTokensTest is PaymentTest {
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    function test_a_token_that_answers_nothing_is_paid_and_credited_alike() public {
        SilentToken silent = new SilentToken();
        silent.mint(alice, 200);
        vm.prank(alice);
        silent.approve(address(payments), 200);
        vm.prank(alice);
        payments.tipToken(address(silent), maya, 100, "");
        assertEq(silent.balanceOf(maya), 95, "delivered");
        assertEq(payments.fees(address(silent)), 5, "fee");
    }

    function test_a_token_that_takes_a_tax_is_refused() public {
        OddToken odd = new OddToken();
        odd.setTax(100, false);
        odd.mint(alice, 100);
        vm.prank(alice);
        odd.approve(address(payments), 100);
        vm.prank(alice);
        expectRefusal(PaymentErrors.TokenNotExact.selector);
        payments.tipToken(address(odd), maya, 100, "");
    }

    function test_a_tax_on_what_we_send_or_a_lie_about_it_is_refused() public {
        OddToken odd = new OddToken();
        odd.mint(address(payments), 1_000);
        odd.setTax(200, true);
        odd.mint(alice, 100);
        vm.prank(alice);
        odd.approve(address(payments), 100);
        vm.prank(alice);
        expectRefusal(PaymentErrors.TokenNotExact.selector);
        payments.tipToken(address(odd), maya, 100, "");
        odd.setTax(0, false);
        odd.setLies(true);
        vm.prank(alice);
        expectRefusal(PaymentErrors.TokenNotExact.selector);
        payments.tipToken(address(odd), maya, 100, "");
    }

    function test_a_payee_that_the_token_blocks_is_credited() public {
        OddToken odd = new OddToken();
        Refuser payee = new Refuser();
        odd.setBlocked(address(payee));
        odd.mint(alice, 100);
        vm.prank(alice);
        odd.approve(address(payments), 100);
        vm.expectEmit(true, true, true, true, address(payments));
        emit IPayments.Paid(alice, address(payee), "", address(odd), 100, 5, 0, true);
        vm.prank(alice);
        payments.tipToken(address(odd), address(payee), 100, "");
        assertEq(payments.owed(address(payee), address(odd)), 95, "credit");
        assertEq(payments.fees(address(odd)), 5, "fee");
        payee.withdraw(payments, address(odd), carol);
        assertEq(odd.balanceOf(carol), 95, "taken elsewhere");
        assertEq(payments.reserved(address(odd)), 0, "nothing left");
    }

    function test_what_is_no_token_is_refused() public {
        vm.prank(alice);
        expectRefusal(SafeTransferLib.TransferFromFailed.selector);
        payments.tipToken(carol, maya, 100, "");
    }

    function test_more_than_the_allowance_is_refused() public {
        vm.prank(signer);
        expectRefusal(SafeTransferLib.TransferFromFailed.selector);
        payments.tipToken(address(usd), maya, 1e6, "");
    }

    function test_a_payment_from_within_a_token_callback_cannot_break_the_books() public {
        HookToken hook = new HookToken();
        HookPayee payee = new HookPayee();
        Refuser friend = new Refuser();
        hook.mint(address(payee), 1_000);
        hook.mint(alice, 1_000);
        hook.mint(address(payments), 500);
        payee.approve(hook, address(payments));
        vm.prank(alice);
        hook.approve(address(payments), 1_000);
        payee.onTokens(
            address(payments),
            abi.encodeCall(IPayments.tipToken, (address(hook), address(friend), 100, "inner"))
        );
        vm.prank(alice);
        expectRefusal(PaymentErrors.TokenNotExact.selector);
        payments.tipToken(address(hook), address(payee), 1_000, "outer");
    }

    function test_a_payee_that_burns_gas_in_a_token_callback_is_credited() public {
        HookToken hook = new HookToken();
        HookPayee payee = new HookPayee();
        payee.burn();
        hook.mint(alice, 1_000);
        vm.prank(alice);
        hook.approve(address(payments), 1_000);
        vm.prank(alice);
        payments.tipToken(address(hook), address(payee), 1_000, "");
        assertEq(payments.owed(address(payee), address(hook)), 950, "credited");
    }

    function permitFor(uint256 value) private view returns (IPayments.Permit memory) {
        uint256 deadline = block.timestamp + 1 hours;
        bytes32 body =
            keccak256(abi.encode(PERMIT_TYPEHASH, signer, address(payments), value, usd.nonces(signer), deadline));
        (uint8 v, bytes32 r, bytes32 s) =
            signing.sign(SIGNER_KEY, keccak256(abi.encodePacked(hex"1901", usd.DOMAIN_SEPARATOR(), body)));
        return IPayments.Permit(deadline, v, r, s);
    }

    function test_a_signed_permission_pays_without_approval() public {
        IPayments.Permit memory permit = permitFor(4e6);
        vm.prank(signer);
        payments.tipTokenWithPermit(address(usd), maya, 4e6, "", permit);
        assertEq(usd.balanceOf(maya), 3.8e6, "tip");
        permit = permitFor(2e6);
        vm.prank(signer);
        payments.payOnceTokenWithPermit(address(usd), maya, 2e6, "once", permit);
        assertEq(usd.balanceOf(maya), 5.7e6, "and payment");
    }

    function test_a_permission_used_out_of_the_pool_does_not_stop_the_payment() public {
        IPayments.Permit memory permit = permitFor(4e6);
        usd.permit(signer, address(payments), 4e6, permit.deadline, permit.v, permit.r, permit.s);
        vm.prank(signer);
        payments.tipTokenWithPermit(address(usd), maya, 4e6, "", permit);
        assertEq(usd.balanceOf(maya), 3.8e6, "tip");
    }

    function test_somebody_elses_permission_spends_nothing() public {
        IPayments.Permit memory permit = permitFor(4e6);
        vm.prank(carol);
        expectRefusal(SafeTransferLib.TransferFromFailed.selector);
        payments.tipTokenWithPermit(address(usd), maya, 4e6, "", permit);
    }

    function test_the_faucet_is_bounded_and_exists_on_test_chains_only() public {
        expectRefusal(PaymentErrors.FaucetBound.selector);
        usd.faucet(carol, 10_000e6 + 1);
        assertEq(usd.decimals(), 6, "decimals");
        for (uint256 i; i < 2; ++i) {
            signing.chainId([uint256(1116), 1114][i]);
            expectRefusal(PaymentErrors.NotOnThisChain.selector);
            new TestUSD();
        }
    }
}
