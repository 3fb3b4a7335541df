// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Payments} from "../../src/Payments.sol";
import {TestUSD} from "../../src/TestUSD.sol";
import {Test} from "../Test.sol";
import {Burner, Reenterer, Refuser} from "../mocks/Payees.sol";

/// @title Random people who pay each other and hostile payees; it keeps its own books. No step may revert.
contract PaymentsHandler is Test {
    Payments public immutable payments;
    TestUSD public immutable usd;
    address[4] public people;
    address[3] public hostile;
    address private immutable _platform;

    mapping(address account => mapping(address token => uint256)) public owed;
    mapping(address token => uint256) public owedSum;
    mapping(address token => uint256) public fees;
    mapping(address payer => mapping(uint256 nonce => uint256)) public timesPaid;
    uint256 public doublePayments;

    constructor(Payments payments_, TestUSD usd_, address platform) {
        (payments, usd, _platform) = (payments_, usd_, platform);
        people = [anActor("a"), anActor("b"), anActor("c"), anActor("d")];
        hostile = [address(new Refuser()), address(new Burner()), address(new Reenterer())];
        for (uint256 i; i < 4; ++i) {
            vm.deal(people[i], type(uint128).max);
            vm.prank(people[i]);
            usd.approve(address(payments), type(uint256).max);
        }
        Reenterer(payable(hostile[2])).refuse(true);
    }

    function tipNoRevert(uint256 from, uint256 to, uint96 amount, bytes32 ref) external {
        amount = uint96(bounded(amount, 1, 1_000 ether));
        (address payer, address payee) = pair(from, to);
        vm.prank(payer);
        payments.tip{value: amount}(payee, ref);
        book(address(0), payee, amount, to % 7 > 3);
    }

    function tipTokenNoRevert(uint256 from, uint256 to, uint96 amount, bytes32 ref) external {
        amount = uint96(bounded(amount, 1, 10_000e6));
        (address payer, address payee) = pair(from, to);
        usd.faucet(payer, amount);
        vm.prank(payer);
        payments.tipToken(address(usd), payee, amount, ref);
        book(address(usd), payee, amount, false);
    }

    function payOnceNoRevert(uint256 from, uint256 to, uint96 amount, uint8 nonce) external {
        amount = uint96(bounded(amount, 1, 10 ether));
        (address payer, address payee) = pair(from, to);
        bool isPaid = timesPaid[payer][nonce] != 0;
        vm.prank(payer);
        try payments.payOnce{value: amount}(payee, bytes32(uint256(nonce))) {
            if (isPaid) ++doublePayments;
            ++timesPaid[payer][nonce];
            book(address(0), payee, amount, to % 7 > 3);
        } catch {
            assertTrue(isPaid, "an unpaid reference can be paid");
        }
    }

    function withdrawNoRevert(uint256 who, bool inDollars, uint256 to) external {
        address token = inDollars ? address(usd) : address(0);
        address account = hostile[(who % 2) * 2];
        if (owed[account][token] == 0) return;
        address receiver = people[to % 4];
        uint256 before = inDollars ? usd.balanceOf(receiver) : receiver.balance;
        vm.prank(account);
        payments.withdraw(token, receiver);
        uint256 got = (inDollars ? usd.balanceOf(receiver) : receiver.balance) - before;
        assertEq(got, owed[account][token], "the whole credit");
        owedSum[token] -= owed[account][token];
        owed[account][token] = 0;
    }

    function takeFeesNoRevert(bool inDollars) external {
        address token = inDollars ? address(usd) : address(0);
        if (fees[token] == 0) return;
        vm.prank(_platform);
        payments.withdrawFees(token);
        fees[token] = 0;
    }

    function pair(uint256 from, uint256 to) private view returns (address payer, address payee) {
        payer = people[from % 4];
        payee = to % 7 > 3 ? hostile[to % 7 - 4] : people[to % 7];
        if (payee == payer) payee = people[(from % 4 + 1) % 4];
    }

    function book(address token, address payee, uint256 amount, bool credited) private {
        uint256 fee = amount * 5 / 100;
        fees[token] += fee;
        if (!credited) return;
        owed[payee][token] += amount - fee;
        owedSum[token] += amount - fee;
    }
}
