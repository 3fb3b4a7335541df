// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SplitFactory} from "../../src/SplitFactory.sol";
import {TeamSplit} from "../../src/TeamSplit.sol";
import {PaymentTest} from "../PaymentTest.sol";
import {Refuser} from "../mocks/Payees.sol";

contract PaymentsFuzzTest is PaymentTest {
    function testFuzz_a_payment_is_net_and_fee_and_nothing_else(uint96 amount, bool once, bool refuses) public {
        vm.assume(amount != 0);
        vm.deal(alice, amount);
        address payee = refuses ? address(new Refuser()) : address(0x1234);
        if (once) payOnce(alice, payee, amount, "ref");
        else tip(alice, payee, amount, "ref");
        uint256 fee = uint256(amount) * 500 / 10_000;
        uint256 got = refuses ? payments.owed(payee, NATIVE) : payee.balance;
        assertEq(got, amount - fee, "net");
        assertEq(alice.balance, 0, "the payer paid the amount");
        assertBooks(NATIVE, refuses ? amount - fee : 0, fee);
    }

    function testFuzz_tokens_alike(uint256 amount) public {
        amount = bounded(amount, 1, 10_000e6);
        vm.prank(alice);
        payments.tipToken(address(usd), maya, amount, "");
        assertEq(usd.balanceOf(maya), amount - amount / 20, "net");
        assertEq(usd.balanceOf(alice), 10_000e6 - amount, "the payer paid the amount");
        assertBooks(address(usd), 0, amount / 20);
    }

    function testFuzz_nonces_do_not_touch_each_other(uint64 a, uint64 b, uint192 note) public {
        bytes32 first = bytes32((uint256(note) << 64) | a);
        bytes32 second = bytes32((uint256(note) << 64) | b);
        payOnce(alice, maya, 1, first);
        assertTrue(payments.isPaid(alice, first), "paid");
        assertTrue(payments.isPaid(alice, second) == (a == b), "only this one");
        assertTrue(!payments.isPaid(carol, first), "only by this payer");
    }

    /// @dev Any shares of any number of people: nobody gets more than a share, and what rounding leaves is less than
    /// one wei each and is not lost.
    function testFuzz_a_split_loses_no_wei(uint256 seed, uint8 people, uint96 amount, uint96 later) public {
        uint256 count = bounded(people, 2, 20);
        address[] memory accounts = new address[](count);
        uint16[] memory bps = new uint16[](count);
        uint256 left = 10_000;
        for (uint256 i; i < count; ++i) {
            accounts[i] = address(uint160(0xa000 + i));
            uint256 most = left - (count - 1 - i);
            bps[i] = uint16(i == count - 1 ? left : bounded(uint256(keccak256(abi.encode(seed, i))), 1, most));
            left -= bps[i];
        }
        TeamSplit split = TeamSplit(payable(new SplitFactory().create(accounts, bps, 0)));
        vm.deal(address(split), amount);
        split.distribute(NATIVE);
        uint256 paid;
        for (uint256 i; i < count; ++i) {
            assertEq(accounts[i].balance, uint256(amount) * bps[i] / 10_000, "share");
            paid += accounts[i].balance;
        }
        assertEq(paid + address(split).balance, amount, "nothing lost");
        assertTrue(address(split).balance < count, "less than a wei each is left");
        vm.deal(address(split), address(split).balance + later);
        for (uint256 i; i < count; ++i) {
            split.release(NATIVE, accounts[i]);
            assertEq(accounts[i].balance, (uint256(amount) + later) * bps[i] / 10_000, "the rest counts in the next");
        }
    }
}
