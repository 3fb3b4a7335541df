// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {AccessPass} from "../../src/AccessPass.sol";
import {IAccessPass} from "../../src/interfaces/IAccessPass.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Fees} from "../../src/libraries/Fees.sol";
import {PassTest} from "../PassTest.sol";
import {Stranger} from "../mocks/Stranger.sol";

contract WithdrawTest is PassTest {
    function test_creator_and_platform_each_get_their_share() public {
        uint256 before = creator.balance;
        uint256 platformBefore = platform.balance;
        uint256 id = buy(alice, TIMED);
        renew(carol, id, 2);
        (uint256 toCreator, uint256 toPlatform) = pass.owed(address(0));
        assertEq(toCreator, 2.85 ether, "creator's share");
        assertEq(toPlatform, 0.15 ether, "platform's share");
        vm.expectEmit(true, true, true, true, address(pass));
        emit IAccessPass.Withdrawn(creator, address(0), 2.85 ether, false);
        vm.prank(mallory);
        pass.withdraw(address(0));
        assertEq(creator.balance - before, 2.85 ether, "creator paid, whoever asked");
        pass.withdrawFees(address(0));
        assertEq(platform.balance - platformBefore, 0.15 ether, "platform paid");
        assertEq(address(pass).balance, 0, "nothing left");
    }

    function test_each_share_can_be_taken_in_any_order_between_sales() public {
        buy(alice, TIMED);
        pass.withdrawFees(address(0));
        buy(alice, TIMED);
        pass.withdraw(address(0));
        buy(alice, TIMED);
        (uint256 toCreator, uint256 toPlatform) = pass.owed(address(0));
        assertEq(toCreator, 0.95 ether, "one sale");
        assertEq(toPlatform, 0.1 ether, "two sales");
    }

    function test_nothing_owed_nothing_sent() public {
        expectRefusal(Errors.NothingOwed.selector);
        pass.withdraw(address(0));
        expectRefusal(Errors.NothingOwed.selector);
        pass.withdrawFees(address(0));
    }

    function test_money_sent_without_words_comes_back() public {
        vm.prank(alice);
        (bool sent,) = address(pass).call{value: 1 ether}("");
        assertTrue(!sent, "refused");
        vm.prank(alice);
        (sent,) = address(pass).call{value: 1 ether}("0x12345678");
        assertTrue(!sent, "refused");
    }

    function test_a_reentrant_creator_is_paid_once() public {
        Stranger stranger = new Stranger();
        AccessPass theirs = stranger.open(factory);
        stranger.setTier(theirs, 1, PRICE);
        for (uint256 i; i < 3; ++i) {
            vm.prank(alice);
            theirs.mintTier{value: PRICE}(1, alice, PRICE, "");
        }
        stranger.reenterOnPay(theirs);
        theirs.withdraw(address(0));
        assertTrue(stranger.wasCalled() && !stranger.reentered(), "the second withdrawal found nothing");
        assertEq(address(stranger).balance, 3 * PRICE * 95 / 100, "paid once");
        assertEq(address(theirs).balance, 3 * PRICE * 5 / 100, "the platform's share is untouched");
    }

    function test_a_receiver_is_not_called_when_it_gets_a_pass() public {
        Stranger stranger = new Stranger();
        vm.prank(alice);
        pass.mintTier{value: PRICE}(TIMED, address(stranger), PRICE, "");
        assertTrue(!stranger.wasCalled(), "no callback");
    }

    function test_a_creator_who_cannot_be_paid_blocks_nobody_else() public {
        Stranger stranger = new Stranger();
        AccessPass theirs = stranger.open(factory);
        stranger.setTier(theirs, 1, PRICE);
        vm.prank(alice);
        uint256 id = theirs.mintTier{value: PRICE}(1, alice, PRICE, "");
        stranger.refuseMoney();
        expectRefusal(SafeTransferLib.ETHTransferFailed.selector);
        theirs.withdraw(address(0));
        theirs.withdrawFees(address(0));
        vm.prank(alice);
        theirs.transferFrom(alice, carol, id);
    }

    function test_fees_stay_within_their_caps() public pure {
        assertTrue(Fees.PLATFORM_BPS <= Fees.MAX_PLATFORM_BPS, "platform");
        assertTrue(Fees.RESALE_BPS + Fees.MAX_ROYALTY_BPS < Fees.BPS, "a seller always has the most");
        assertEq(Fees.PRICE_STEP_WEI * Fees.PLATFORM_BPS, Fees.BPS, "a price step carries one whole wei of fee");
    }
}
