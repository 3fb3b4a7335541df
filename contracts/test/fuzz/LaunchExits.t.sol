// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BatchLaunch} from "../../src/BatchLaunch.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {ITokenFactory} from "../../src/interfaces/ITokenFactory.sol";
import {TokenErrors} from "../../src/libraries/TokenErrors.sol";
import {TokenTest} from "../TokenTest.sol";

/// @title Whoever leaves a launch first, and whoever leaves it last, differ by less than the fees they pay.
contract LaunchExitsTest is TokenTest {
    uint256 private constant PEOPLE = 50;
    BatchLaunch private batch;

    function setUp() public override {
        super.setUp();
        batch = BatchLaunch(factory.batchLaunch());
    }

    function test_F1_fifty_equal_depositors_at_the_largest_target_gain_nothing_by_order() public {
        exits(largestTarget(goodTerms()), goodTerms(), 0, false);
    }

    function test_F1_a_target_beyond_the_fees_is_refused() public {
        uint256 most = batch.maxTargetWei(1, 300);
        assertEq(most, X0 * 250 / 10_000, "half of 1 % twice and 3 % once");
        vm.prank(mallory);
        expectRefusal(TokenErrors.TokenAmountRefused.selector);
        batch.open(goodTerms(), 1 ether, uint96(most + 1));
        vm.prank(mallory);
        batch.open(goodTerms(), 1 ether, uint96(most));
    }

    function test_F1_a_platform_fee_that_falls_meanwhile_lowers_the_target() public {
        uint256 most = batch.maxTargetWei(1, 300);
        uint256 id = opened(goodTerms(), most, most);
        vm.deal(alice, most);
        vm.prank(alice);
        batch.deposit{value: most}(id);
        vm.prank(owner);
        factory.setProtocolBps(0);
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, goodTerms());
        assertEq(batch.launchOf(id).targetWei, X0 * 150 / 10_000, "half of 3 %");
        (, uint256 refund) = batch.claimFor(id, alice);
        assertEq(refund, most - X0 * 150 / 10_000, "what is not spent goes back, to the wei");
    }

    function test_F1_without_any_fee_left_everything_goes_back() public {
        ITokenFactory.TokenTerms memory terms = goodTerms();
        terms.creatorBps = 0;
        uint256 id = opened(terms, 1 ether, 1 ether);
        vm.prank(alice);
        batch.deposit{value: 1 ether}(id);
        vm.prank(owner);
        factory.setProtocolBps(0);
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, terms);
        batch.claimFor(id, alice);
        assertEq(alice.balance, 1_000 ether, "whole");
    }

    /// @dev Any order, any preset, any fees, also a creator who lowers its own fee before the first exit.
    function testFuzz_F1_the_spread_of_exits_in_any_order_is_within_the_fees(
        uint256 order,
        uint8 preset,
        uint16 creatorBps,
        uint256 part,
        bool isLowered
    ) public {
        ITokenFactory.TokenTerms memory terms = goodTerms();
        (terms.preset, terms.creatorBps) = (uint8(bounded(preset, 0, 2)), uint16(bounded(creatorBps, 0, 500)));
        exits(bounded(part, 1 ether, largestTarget(terms)), terms, order, isLowered && terms.creatorBps != 0);
    }

    function largestTarget(ITokenFactory.TokenTerms memory terms) private view returns (uint256) {
        return batch.maxTargetWei(terms.preset, terms.creatorBps);
    }

    function exits(uint256 target, ITokenFactory.TokenTerms memory terms, uint256 order, bool isLowered) private {
        uint256 share = target / PEOPLE;
        uint256 id = opened(terms, share, share * PEOPLE);
        for (uint256 i; i < PEOPLE; ++i) {
            vm.deal(person(i), share);
            vm.prank(person(i));
            batch.deposit{value: share}(id);
        }
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, terms);
        token = PersonalToken(factory.tokenOf(mallory));
        if (isLowered) {
            vm.prank(mallory);
            token.lowerCreatorFee(0);
        }
        uint256 all;
        uint256 best;
        uint256 worst = type(uint256).max;
        for (uint256 i; i < PEOPLE; ++i) {
            uint256 got = exit(id, person(addmod(i * 7, order, PEOPLE)));
            all += got;
            if (got > best) best = got;
            if (got < worst) worst = got;
        }
        assertTrue(best <= share, "nobody gains by being first");
        assertTrue(best - worst <= share - all / PEOPLE + 1e9, "order is worth no more than the fees of both trades");
        assertSolvent(token);
    }

    function exit(uint256 id, address who) private returns (uint256 got) {
        (uint256 tokens, uint256 refund) = batch.claimFor(id, who);
        vm.prank(who);
        got = token.sell(tokens, who, 0, LATER, "") + refund;
    }

    function opened(ITokenFactory.TokenTerms memory terms, uint256 cap, uint256 target) private returns (uint256) {
        vm.prank(mallory);
        return batch.open(terms, uint96(cap), uint96(target));
    }

    function person(uint256 i) private pure returns (address) {
        return address(uint160(0x200000 + i));
    }
}
