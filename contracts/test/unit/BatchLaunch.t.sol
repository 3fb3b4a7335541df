// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BatchLaunch} from "../../src/BatchLaunch.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {IBatchLaunch} from "../../src/interfaces/IBatchLaunch.sol";
import {ITokenFactory} from "../../src/interfaces/ITokenFactory.sol";
import {TokenErrors} from "../../src/libraries/TokenErrors.sol";
import {TokenTest} from "../TokenTest.sol";
import {Hostile} from "../mocks/Hostile.sol";

contract BatchLaunchTest is TokenTest {
    BatchLaunch internal batch;
    uint256 internal id;

    function setUp() public override {
        super.setUp();
        batch = BatchLaunch(factory.batchLaunch());
        id = opened(5 ether, 100 ether);
    }

    function test_M03_fifty_bots_and_ten_humans_in_one_block_pay_one_price() public {
        for (uint256 i; i < 60; ++i) {
            deposit(person(i), i < 50 ? 100 ether : (i - 49) * 0.5 ether);
        }
        uint256 counted = 50 * 5 ether + 27.5 ether;
        assertEq(batch.launchOf(id).countedWei, counted, "of a bot's hundred, five count");
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, goodTerms());
        token = PersonalToken(factory.tokenOf(mallory));
        assertSolvent(token);
        uint256 tokens = batch.launchOf(id).tokens;
        uint256 spent;
        uint256 given;
        for (uint256 i; i < 60; ++i) {
            (uint256 paid, uint256 got) = claim(person(i));
            uint256 mine = i < 50 ? 5 ether : (i - 49) * 0.5 ether;
            assertEq(got, mine * tokens / counted, "one unit price");
            assertEq(paid, mine - mine * (counted - 100 ether) / counted, "its part of the target, to the wei");
            if (i < 50) assertTrue(paid <= 5 ether, "no bot above the cap");
            spent += paid;
            given += got;
        }
        assertTrue(tokens - given < 60 && spent - 100 ether < 60, "all but dust is handed out");
        assertEq(address(batch).balance, spent - 100 ether, "the rest was given back to the wei");
        vm.warp(block.timestamp + 60);
        buy(alice, 1 ether);
        assertSolvent(token);
        vm.prank(person(0));
        token.sell(1 ether, person(0), 0, LATER, "");
        assertSolvent(token);
    }

    function test_below_the_target_everything_that_counts_is_spent() public {
        deposit(alice, 1 ether);
        deposit(alice, 1 ether);
        deposit(carol, 9 ether);
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, goodTerms());
        (, uint256 refund) = batch.shareOf(id, alice);
        assertEq(refund, 0, "nothing over");
        (, refund) = batch.shareOf(id, carol);
        assertEq(refund, 4 ether, "above the cap");
        claim(alice);
        claim(carol);
        expectRefusal(TokenErrors.NoTokenFees.selector);
        batch.claimFor(id, alice);
    }

    function test_the_log_of_a_claim_tells_a_whole_deposit() public {
        deposit(alice, 60 ether);
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, goodTerms());
        uint256 tokens = batch.launchOf(id).tokens;
        vm.expectEmit(true, true, true, true, address(batch));
        emit IBatchLaunch.BatchClaimed(id, alice, factory.tokenOf(mallory), tokens, 5 ether, 55 ether);
        batch.claimFor(id, alice);
        id = openedBy(carol);
        deposit(alice, 2 ether);
        vm.warp(block.timestamp + 10 minutes + 7 days);
        batch.abandon(id);
        vm.expectEmit(true, true, true, true, address(batch));
        emit IBatchLaunch.BatchClaimed(id, alice, address(0), 0, 0, 2 ether);
        batch.claimFor(id, alice);
    }

    function test_a_token_made_meanwhile_fails_the_batch_and_everything_goes_back() public {
        deposit(alice, 2 ether);
        make(mallory, goodTerms());
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, goodTerms());
        assertTrue(batch.launchOf(id).state == IBatchLaunch.State.FAILED, "failed");
        (uint256 paid, uint256 got) = claim(alice);
        assertEq(paid + got, 0, "whole");
        expectRefusal(TokenErrors.TokenExists.selector);
        vm.prank(mallory);
        batch.open(goodTerms(), 1, 1);
    }

    function test_what_nobody_settles_goes_back_after_a_week() public {
        deposit(alice, 2 ether);
        vm.warp(block.timestamp + 10 minutes + 7 days - 1);
        expectRefusal(TokenErrors.BatchNotDue.selector);
        batch.abandon(id);
        vm.warp(block.timestamp + 1);
        batch.abandon(id);
        claim(alice);
        assertEq(alice.balance, 1_000 ether, "whole");
        expectRefusal(TokenErrors.BatchNotDue.selector);
        batch.settle(id, goodTerms());
    }

    function test_every_step_has_its_time_and_terms() public {
        expectRefusal(TokenErrors.BatchNotDue.selector);
        batch.settle(id, goodTerms());
        expectRefusal(TokenErrors.BatchNotDue.selector);
        batch.claimFor(id, alice);
        expectRefusal(TokenErrors.TokenAmountRefused.selector);
        batch.deposit(id);
        expectRefusal(TokenErrors.BatchClosed.selector);
        batch.deposit{value: 0}(99);
        expectRefusal(TokenErrors.TokenAmountRefused.selector);
        batch.open(goodTerms(), 2, 1);
        deposit(alice, 1 ether);
        vm.warp(block.timestamp + 10 minutes);
        vm.deal(address(this), 1 ether);
        expectRefusal(TokenErrors.BatchClosed.selector);
        batch.deposit{value: 1 ether}(id);
        expectRefusal(TokenErrors.TokenTermsRefused.selector);
        batch.settle(id, sealedTermsOfAnother());
    }

    function test_two_batches_at_once_do_not_touch_each_other() public {
        vm.prank(creator);
        expectRefusal(TokenErrors.TokenExists.selector);
        batch.open(goodTerms(), 1 ether, 1 ether);
        vm.prank(carol);
        uint256 second = batch.open(goodTerms(), 5 ether, 100 ether);
        deposit(alice, 2 ether);
        id = second;
        deposit(alice, 3 ether);
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(1, goodTerms());
        batch.settle(2, goodTerms());
        claim(alice);
        assertEq(PersonalToken(factory.tokenOf(carol)).balanceOf(alice), batch.launchOf(2).tokens, "second");
        id = 1;
        claim(alice);
        assertEq(PersonalToken(factory.tokenOf(mallory)).balanceOf(alice), batch.launchOf(1).tokens, "first");
        assertEq(address(batch).balance, 0, "nothing stays");
    }

    function test_a_depositor_who_refuses_money_gets_it_all_the_same() public {
        Hostile bot = new Hostile();
        vm.deal(address(bot), 9 ether);
        vm.prank(address(bot));
        batch.deposit{value: 9 ether}(id);
        bot.become(Hostile.Mood.REVERTS, token);
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, goodTerms());
        batch.claimFor(id, address(bot));
        assertEq(address(bot).balance, 4 ether, "its refund");
    }

    function test_F8_the_lock_of_the_terms_holds_the_creators_part_of_a_launch() public {
        deposit(mallory, 2 ether);
        deposit(alice, 2 ether);
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, goodTerms());
        uint256 until = block.timestamp + 30 days;
        claim(alice);
        vm.warp(until - 1);
        vm.expectRevert(abi.encodeWithSelector(TokenErrors.TokenStillLocked.selector, until));
        batch.claimFor(id, mallory);
        vm.warp(until);
        (, uint256 got) = claim(mallory);
        assertEq(got, batch.launchOf(id).tokens / 2, "its part");
    }

    function test_F8_a_creators_part_is_locked_for_thirty_days_at_least_and_a_failed_launch_locks_nothing() public {
        ITokenFactory.TokenTerms memory terms = goodTerms();
        terms.lockSeconds = 0;
        vm.prank(carol);
        id = batch.open(terms, 5 ether, 100 ether);
        deposit(carol, 2 ether);
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, terms);
        vm.expectRevert(abi.encodeWithSelector(TokenErrors.TokenStillLocked.selector, block.timestamp + 30 days));
        batch.claimFor(id, carol);
        id = openedBy(alice);
        deposit(alice, 2 ether);
        vm.warp(block.timestamp + 10 minutes + 7 days);
        batch.abandon(id);
        (uint256 paid,) = claim(alice);
        assertEq(paid, 0, "whole, at once");
    }

    function opened(uint96 cap, uint96 target) private returns (uint256) {
        vm.prank(mallory);
        return batch.open(goodTerms(), cap, target);
    }

    function openedBy(address creator_) private returns (uint256) {
        vm.prank(creator_);
        return batch.open(goodTerms(), 5 ether, 100 ether);
    }

    function person(uint256 i) private pure returns (address) {
        return address(uint160(0x100000 + i));
    }

    function deposit(address account, uint256 amountWei) private {
        if (account.balance < amountWei) vm.deal(account, amountWei);
        vm.prank(account);
        batch.deposit{value: amountWei}(id);
    }

    function claim(address account) private returns (uint256 paid, uint256 got) {
        uint256 before = account.balance;
        uint256 put = batch.depositOf(id, account);
        uint256 refund;
        (got, refund) = batch.claimFor(id, account);
        assertEq(account.balance - before, refund, "what it says");
        return (put - refund, got);
    }

    function sealedTermsOfAnother() private pure returns (ITokenFactory.TokenTerms memory terms) {
        terms = goodTerms();
        terms.creatorBps = 500;
    }
}
