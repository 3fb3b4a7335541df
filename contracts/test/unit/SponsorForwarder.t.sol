// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPayments} from "../../src/interfaces/IPayments.sol";
import {ISponsorForwarder} from "../../src/interfaces/ISponsorForwarder.sol";
import {PaymentErrors} from "../../src/libraries/PaymentErrors.sol";
import {PaymentTest} from "../PaymentTest.sol";

contract SponsorForwarderTest is PaymentTest {
    address internal relayer = anActor("relayer");
    uint256 internal constant BUDGET = 0.01 ether;

    function setUp() public override {
        super.setUp();
        signing.txGasPrice(1 gwei);
        vm.prank(platform);
        forwarder.deposit{value: 1 ether}();
        vm.prank(platform);
        forwarder.setBudget(signer, BUDGET);
        vm.prank(signer);
        usd.approve(address(payments), type(uint256).max);
    }

    function aTip(uint256 amount) internal view returns (ISponsorForwarder.Request memory) {
        bytes memory data = abi.encodeCall(IPayments.tipToken, (address(usd), maya, amount, "gasless"));
        return ISponsorForwarder.Request(
            signer, address(payments), platform, 200_000, forwarder.nonceOf(signer), block.timestamp + 60, 1 ether, data
        );
    }

    function signatureOf(ISponsorForwarder.Request memory request) internal view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("CoreFans Forwarder"),
                keccak256("1"),
                block.chainid,
                address(forwarder)
            )
        );
        bytes32 kind = keccak256(
            "Request(address from,address to,address sponsor,uint256 gas,uint256 nonce,uint256 deadline,uint256 maxChargeWei,bytes data)"
        );
        bytes32 body = keccak256(
            abi.encode(
                kind,
                request.from,
                request.to,
                request.sponsor,
                request.gas,
                request.nonce,
                request.deadline,
                request.maxChargeWei,
                keccak256(request.data)
            )
        );
        return signed(keccak256(abi.encodePacked(hex"1901", domain, body)));
    }

    function run(ISponsorForwarder.Request memory request) internal returns (bool) {
        bytes memory signature = signatureOf(request);
        vm.prank(relayer);
        return forwarder.execute(request, signature);
    }

    function refused(ISponsorForwarder.Request memory request, bytes memory signature, bytes4 why) internal {
        vm.prank(relayer);
        expectRefusal(why);
        forwarder.execute(request, signature);
    }

    function test_an_account_without_coin_tips_and_the_sponsor_pays_for_gas() public {
        vm.deal(signer, 0);
        uint256 before = relayer.balance;
        assertTrue(run(aTip(4e6)), "made");
        assertEq(usd.balanceOf(maya), 3.8e6, "the signer tipped");
        uint256 charged = relayer.balance - before;
        assertTrue(charged != 0 && charged < 300_000 gwei, "the relayer is paid back, within reason");
        assertEq(forwarder.depositOf(platform), 1 ether - charged, "deposit");
        assertEq(forwarder.budgetOf(platform, signer), BUDGET - charged, "budget");
        assertEq(address(forwarder).balance, forwarder.depositOf(platform), "nothing else is held");
    }

    function test_the_logs_alone_tell_every_wei_of_a_deposit() public {
        vm.deal(alice, 3 ether);
        vm.expectEmit(true, true, true, true, address(forwarder));
        emit ISponsorForwarder.SponsorDeposited(alice, 3 ether);
        vm.prank(alice);
        forwarder.deposit{value: 3 ether}();
        vm.expectEmit(true, true, true, true, address(forwarder));
        emit ISponsorForwarder.SponsorWithdrew(alice, 1 ether);
        vm.prank(alice);
        forwarder.withdrawDeposit(1 ether);
        ISponsorForwarder.Request memory request = aTip(1e6);
        request.maxChargeWei = 7;
        vm.expectEmit(true, true, true, true, address(forwarder));
        emit ISponsorForwarder.Executed(signer, address(payments), platform, 0, true, relayer, 7);
        run(request);
        assertEq(address(forwarder).balance, 1 ether + 2 ether - 7, "in less out less charged");
    }

    function test_a_request_is_carried_once() public {
        ISponsorForwarder.Request memory request = aTip(1e6);
        run(request);
        refused(request, signatureOf(request), PaymentErrors.NonceUsed.selector);
    }

    function test_a_changed_or_foreign_request_is_refused() public {
        ISponsorForwarder.Request memory request = aTip(1e6);
        bytes memory signature = signatureOf(request);
        request.data = abi.encodeCall(IPayments.tipToken, (address(usd), carol, 1e6, "stolen"));
        refused(request, signature, PaymentErrors.BadSignature.selector);
        request = aTip(1e6);
        request.sponsor = alice;
        refused(request, signature, PaymentErrors.BadSignature.selector);
        request = aTip(1e6);
        request.from = alice;
        refused(request, signature, PaymentErrors.BadSignature.selector);
        request = aTip(1e6);
        request.deadline = block.timestamp - 1;
        refused(request, signatureOf(request), PaymentErrors.TooLate.selector);
    }

    function test_a_target_that_does_not_trust_the_forwarder_is_refused() public {
        ISponsorForwarder.Request memory request = aTip(1e6);
        request.to = address(usd);
        refused(request, signatureOf(request), PaymentErrors.TargetRefused.selector);
        request.to = carol;
        refused(request, signatureOf(request), PaymentErrors.TargetRefused.selector);
    }

    function test_a_call_that_fails_is_charged_and_spent() public {
        ISponsorForwarder.Request memory request = aTip(50_000e6);
        uint256 before = forwarder.depositOf(platform);
        assertTrue(!run(request), "it failed");
        assertTrue(forwarder.depositOf(platform) < before, "its gas is paid");
        assertEq(forwarder.nonceOf(signer), 1, "its nonce is spent");
    }

    function test_a_sponsor_loses_no_more_than_the_budget() public {
        vm.prank(platform);
        forwarder.setBudget(signer, 0.0003 ether);
        run(aTip(1e6));
        ISponsorForwarder.Request memory request = aTip(1e6);
        refused(request, signatureOf(request), PaymentErrors.BudgetSpent.selector);
        assertTrue(forwarder.depositOf(platform) >= 1 ether - 0.0003 ether, "bounded");
        vm.prank(platform);
        forwarder.setBudget(signer, 0);
        signing.txGasPrice(0);
        refused(request, signatureOf(request), PaymentErrors.BudgetSpent.selector);
    }

    function test_the_signer_bounds_the_charge() public {
        ISponsorForwarder.Request memory request = aTip(1e6);
        request.maxChargeWei = 7;
        run(request);
        assertEq(forwarder.depositOf(platform), 1 ether - 7, "no more than signed");
    }

    function test_too_little_gas_spends_nothing() public {
        ISponsorForwarder.Request memory request = aTip(1e6);
        request.gas = 20_000_000;
        request.maxChargeWei = 1;
        bytes memory signature = signatureOf(request);
        vm.prank(relayer);
        expectRefusal(PaymentErrors.GasTooLow.selector);
        forwarder.execute{gas: 5_000_000}(request, signature);
        assertEq(forwarder.nonceOf(signer), 0, "the request is still good");
    }

    function test_without_sponsor_the_relayer_pays() public {
        ISponsorForwarder.Request memory request = aTip(1e6);
        request.sponsor = address(0);
        assertTrue(run(request), "made");
        assertEq(forwarder.depositOf(platform), 1 ether, "nobody is charged");
    }

    function test_a_deposit_belongs_to_its_sponsor() public {
        vm.prank(carol);
        expectRefusal(PaymentErrors.NoCredit.selector);
        forwarder.withdrawDeposit(1);
        vm.prank(platform);
        forwarder.withdrawDeposit(1 ether);
        assertEq(address(forwarder).balance, 0, "all back");
    }

    function test_nobody_else_can_name_a_payer() public {
        bytes memory data = abi.encodePacked(abi.encodeCall(IPayments.tipToken, (address(usd), maya, 1e6, "")), signer);
        vm.prank(alice);
        (bool done,) = address(payments).call(data);
        assertTrue(done, "an ordinary call with a tail");
        assertEq(usd.balanceOf(signer), 10_000e6, "is the caller's own");
    }
}
