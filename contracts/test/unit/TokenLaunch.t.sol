// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BatchLaunch} from "../../src/BatchLaunch.sol";
import {PersonalToken} from "../../src/PersonalToken.sol";
import {ITokenFactory} from "../../src/interfaces/ITokenFactory.sol";
import {TokenErrors} from "../../src/libraries/TokenErrors.sol";
import {TokenTest} from "../TokenTest.sol";

/// @title The first minute, the creator's locked first buy, and the first fan.
contract TokenLaunchTest is TokenTest {
    function setUp() public override {
        super.setUp();
        token = make(mallory, goodTerms());
    }

    function test_in_the_first_minute_a_falling_share_is_locked_for_ever() public {
        (uint256 out, uint256 locked,,) = token.quoteBuy(1 ether);
        buy(alice, 1 ether);
        assertEq(token.balanceOf(alice), out, "as quoted, at worst");
        assertEq(token.balanceOf(address(token)), locked, "locked in the token itself");
        assertEq(locked, (out + locked) * 9_500 / 10_000, "95 percent at first");
        assertEq(token.totalSupply(), out + locked, "all of it stands on the reserve");
        assertSolvent(token);
        vm.warp(block.timestamp + 30);
        (out, locked,,) = token.quoteBuy(1 ether);
        assertEq(locked, (out + locked) * 4_750 / 10_000, "half of it after half a minute");
        vm.warp(block.timestamp + 29);
        (out, locked,,) = token.quoteBuy(1 ether);
        assertEq(locked, (out + locked) * 158 / 10_000, "little in the last second");
        vm.warp(block.timestamp + 1);
        (out, locked,,) = token.quoteBuy(1 ether);
        assertEq(locked, 0, "nothing after it");
    }

    function test_the_surcharge_enriches_nobody() public {
        uint256 before = mallory.balance;
        vm.prank(mallory);
        uint256 out = token.buy{value: 10 ether}(mallory, 0, LATER, "");
        vm.prank(mallory);
        token.sell(out, mallory, 0, LATER, "");
        token.claim();
        assertTrue(before - mallory.balance > 9 ether, "a creator who snipes pays like everybody");
        assertTrue(token.reserveOf(uint96(token.totalSupply())) > 9 ether, "it stays behind the tokens of those who come");
        vm.expectRevert(abi.encodeWithSignature("InsufficientAllowance()"));
        token.transferFrom(address(token), mallory, 1);
    }

    function test_an_exact_purchase_in_the_window_gives_exactly_that() public {
        vm.warp(block.timestamp + 20);
        (uint256 cost, uint256 locked,,) = token.quoteCost(2 ether);
        vm.prank(alice);
        token.buyExact{value: 1 ether}(2 ether, alice, LATER, "");
        assertEq(token.balanceOf(alice), 2 ether, "exactly");
        assertEq(token.balanceOf(address(token)), locked, "the rest is locked");
        assertEq(1_000 ether - alice.balance, cost, "as quoted");
        assertSolvent(token);
    }

    function test_the_creators_first_buy_is_locked_until_its_day() public {
        vm.prank(carol);
        token = PersonalToken(factory.create{value: 5 ether}(goodTerms(), 1));
        uint256 amount = token.creatorLock();
        assertEq(token.balanceOf(address(token)), amount, "held by the token itself");
        assertEq(token.balanceOf(carol), 0, "not by the creator");
        assertSolvent(token);
        (,,,,, uint256 until) = token.terms();
        vm.warp(until - 1);
        vm.expectRevert(abi.encodeWithSelector(TokenErrors.TokenStillLocked.selector, until));
        token.releaseFirstBuy();
        vm.warp(until);
        vm.prank(mallory);
        token.releaseFirstBuy();
        assertEq(token.balanceOf(carol), amount, "handed over, whoever asks");
        expectRefusal(TokenErrors.NoTokenFees.selector);
        token.releaseFirstBuy();
        sell(carol, amount);
        assertSolvent(token);
    }

    function test_the_first_buy_pays_no_surcharge_and_keeps_its_bound() public {
        vm.prank(carol);
        try factory.create{value: 5 ether}(goodTerms(), 500 ether) {
            assertTrue(false, "above its bound");
        } catch (bytes memory reason) {
            assertTrue(bytes4(reason) == TokenErrors.TokenPriceMoved.selector, "by its name");
        }
        vm.prank(carol);
        token = PersonalToken(factory.create{value: 5 ether}(goodTerms(), 479 ether));
        assertTrue(token.creatorLock() >= 479 ether, "the whole amount at 0.01");
    }

    function test_a_fans_token_comes_into_being_with_its_first_sale() public {
        ITokenFactory.SignedTerms memory of_ = signed(goodTerms());
        bytes memory signature = signatureOn(of_);
        address known = factory.tokenOf(signer);
        vm.prank(alice);
        (address made, uint256 out) =
            factory.createForAndBuy{value: 1 ether}(of_, signature, alice, 95 ether, block.timestamp, "first");
        assertEq(made, known, "where it was said to be");
        token = PersonalToken(made);
        assertEq(token.balanceOf(alice), out, "bought");
        assertEq(token.totalSupply(), out, "without a surcharge");
        assertSolvent(token);
        vm.prank(carol);
        (, uint256 second) =
            factory.createForAndBuy{value: 1 ether}(of_, signature, carol, 0, block.timestamp, "second");
        assertEq(token.balanceOf(carol), second, "who comes a moment later simply buys");
        assertTrue(second < out / 10, "with the surcharge of that moment");
        vm.prank(carol);
        try factory.createForAndBuy{value: 1 ether}(of_, signature, carol, 95 ether, block.timestamp, "bounded") {
            assertTrue(false, "above its bound");
        } catch (bytes memory reason) {
            assertTrue(bytes4(reason) == TokenErrors.TokenPriceMoved.selector, "by its name");
        }
        expectRefusal(TokenErrors.TokenDeadlinePassed.selector);
        factory.createForAndBuy{value: 1 ether}(of_, signature, carol, 0, block.timestamp - 1, "");
    }

    function test_the_first_fan_cannot_sweep_the_curve() public {
        ITokenFactory.SignedTerms memory of_ = signed(goodTerms());
        bytes memory signature = signatureOn(of_);
        assertEq(factory.firstBuyMaxWei(1), X0 / 50, "two percent");
        vm.expectRevert(abi.encodeWithSelector(TokenErrors.FirstBuyTooLarge.selector, X0 / 50));
        vm.prank(alice);
        factory.createForAndBuy{value: X0 / 50 + 1}(of_, signature, alice, 0, LATER, "");
    }

    function test_F8_a_creators_first_buy_is_always_locked_and_capped() public {
        ITokenFactory.TokenTerms memory terms = goodTerms();
        terms.lockSeconds = 30 days - 1;
        vm.prank(carol);
        expectRefusal(TokenErrors.FirstBuyUnlocked.selector);
        factory.create{value: 1 ether}(terms, 0);
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(TokenErrors.FirstBuyTooLarge.selector, X0 / 50));
        factory.create{value: X0 / 50 + 1}(goodTerms(), 0);
        vm.prank(carol);
        token = PersonalToken(factory.create{value: X0 / 50}(goodTerms(), 0));
        assertTrue(token.creatorLock() == token.totalSupply() && token.creatorLock() != 0, "all of it is locked");
        terms.lockSeconds = 0;
        vm.prank(alice);
        factory.create(terms, 0);
    }

    function test_F8_a_creator_is_not_the_first_fan_of_its_own_signed_terms() public {
        ITokenFactory.SignedTerms memory of_ = signed(goodTerms());
        bytes memory signature = signatureOn(of_);
        vm.deal(signer, 10 ether);
        vm.prank(signer);
        expectRefusal(TokenErrors.FirstBuyUnlocked.selector);
        factory.createForAndBuy{value: 1 ether}(of_, signature, alice, 0, LATER, "");
        vm.prank(alice);
        expectRefusal(TokenErrors.FirstBuyUnlocked.selector);
        factory.createForAndBuy{value: 1 ether}(of_, signature, signer, 0, LATER, "");
    }

    function test_F2_opening_a_launch_ends_every_earlier_authority_over_that_token() public {
        ITokenFactory.SignedTerms memory of_ = signed(goodTerms());
        bytes memory signature = signatureOn(of_);
        BatchLaunch batch = BatchLaunch(factory.batchLaunch());
        vm.prank(signer);
        uint256 id = batch.open(goodTerms(), 1 ether, 100 ether);
        vm.prank(alice);
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        factory.createForAndBuy{value: 1 ether}(of_, signature, alice, 0, LATER, "");
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        factory.createFor(of_, signature);
        vm.prank(carol);
        batch.deposit{value: 1 ether}(id);
        vm.warp(block.timestamp + 10 minutes);
        batch.settle(id, goodTerms());
        (uint256 tokens,) = batch.claimFor(id, carol);
        assertTrue(tokens != 0, "the launch came to its end");
    }

    function test_F2_only_the_launch_ends_the_terms_of_others() public {
        expectRefusal(TokenErrors.NotTokenFactory.selector);
        vm.prank(mallory);
        factory.endTerms(signer);
    }

    function test_only_the_factory_buys_for_others_without_surcharge() public {
        expectRefusal(TokenErrors.NotTokenFactory.selector);
        vm.prank(alice);
        token.buyFor{value: 1 ether}(alice, alice, 0, "", true, false);
        expectRefusal(TokenErrors.NotTokenFactory.selector);
        vm.prank(alice);
        factory.createFromBatch{value: 1 ether}(alice, goodTerms());
    }
}
