// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {TokenErrors} from "../../src/libraries/TokenErrors.sol";
import {TokenTest} from "../TokenTest.sol";
import {Hostile} from "../mocks/Hostile.sol";

/// @title Fees: who gets them, who cannot stop them, and who cannot raise them.
contract TokenMoneyTest is TokenTest {
    function test_a_claim_pays_both_and_leaves_the_reserve() public {
        buy(alice, 10 ether);
        (uint256 creatorWei, uint256 protocolWei) = token.owed();
        uint256[2] memory before = [creator.balance, platform.balance];
        vm.expectEmit(true, true, true, true, address(token));
        emit IPersonalToken.Claimed(creator, creatorWei, platform, protocolWei);
        vm.prank(mallory);
        token.claim();
        assertEq(creator.balance - before[0], creatorWei, "creator");
        assertEq(platform.balance - before[1], protocolWei, "platform");
        assertEq(address(token).balance, token.reserveOf(uint96(token.totalSupply())), "only the reserve is left");
        expectRefusal(TokenErrors.NoTokenFees.selector);
        token.claim();
        buy(alice, 1 ether);
        assertSolvent(token);
    }

    function test_no_receiver_of_fees_can_stop_a_sale_or_a_claim() public {
        for (uint256 mood; mood < 4; ++mood) {
            Hostile creator_ = new Hostile();
            Hostile platform_ = new Hostile();
            vm.prank(owner);
            factory.setFeeRecipient(address(platform_));
            token = creator_.open(factory, goodTerms());
            creator_.become(Hostile.Mood(mood), token);
            platform_.become(Hostile.Mood(mood), token);
            vm.warp(block.timestamp + 60);
            uint256 out = buy(alice, 10 ether);
            sell(alice, out / 2);
            (uint256 creatorWei, uint256 protocolWei) = token.owed();
            token.claim();
            assertEq(address(creator_).balance, creatorWei, "paid all the same");
            assertEq(address(platform_).balance, protocolWei, "paid all the same");
            assertSolvent(token);
            sell(alice, out - out / 2);
            assertSolvent(token);
        }
    }

    function test_a_seller_who_reenters_gains_nothing() public {
        Hostile seller = new Hostile();
        vm.deal(address(this), 10 ether);
        seller.buy{value: 10 ether}(token);
        buy(alice, 10 ether);
        uint256 held = token.balanceOf(address(seller));
        seller.become(Hostile.Mood.REENTERS, token);
        seller.sell(token, held / 2, address(seller));
        seller.sell(token, token.balanceOf(address(seller)), address(seller));
        assertTrue(seller.calls() > 2, "it was called, and called back");
        assertTrue(seller.gained() == 0 && address(seller).balance < 10 ether, "with less than it paid");
        assertSolvent(token);
        sell(alice, token.balanceOf(alice));
        assertSolvent(token);
    }

    function test_a_seller_who_refuses_money_sells_to_another_address() public {
        Hostile seller = new Hostile();
        vm.deal(address(this), 1 ether);
        seller.buy{value: 1 ether}(token);
        seller.become(Hostile.Mood.REVERTS, token);
        uint256 held = token.balanceOf(address(seller));
        vm.expectRevert(abi.encodeWithSignature("ETHTransferFailed()"));
        seller.sell(token, held, address(seller));
        seller.sell(token, held, carol);
        assertEq(token.totalSupply(), 0, "sold");
    }

    function test_the_creators_fee_only_falls() public {
        buy(alice, 1 ether);
        (uint256 before,) = token.owed();
        expectRefusal(TokenErrors.NotTokenCreator.selector);
        token.lowerCreatorFee(100);
        vm.prank(creator);
        token.lowerCreatorFee(100);
        for (uint96 no = 100; no <= 300; no += 100) {
            expectRefusal(TokenErrors.TokenFeeRefused.selector);
            vm.prank(creator);
            token.lowerCreatorFee(no);
        }
        (,,,, uint256 bps,) = token.terms();
        assertEq(bps, 100, "one percent");
        (uint256 now_,) = token.owed();
        assertEq(now_, before, "what is owed stays owed");
        (,, uint256 creatorWei,) = token.quoteBuy(1 ether);
        assertTrue(creatorWei >= 0.01 ether && creatorWei < 0.01 ether + 1_000, "on the next trade");
        buy(alice, 1 ether);
        token.claim();
        (,,,, bps,) = token.terms();
        assertEq(bps, 100, "a claim does not forget it");
        vm.prank(creator);
        token.lowerCreatorFee(0);
        (,,,, bps,) = token.terms();
        assertEq(bps, 0, "down to nothing");
        buy(alice, 1 ether);
        assertSolvent(token);
    }

    function test_fees_move_to_another_address_in_two_steps() public {
        expectRefusal(TokenErrors.NotTokenCreator.selector);
        token.offerPayee(mallory);
        vm.prank(creator);
        token.offerPayee(carol);
        expectRefusal(TokenErrors.TokenPayeeRefused.selector);
        vm.prank(mallory);
        token.becomePayee();
        assertEq(token.payee(), creator, "an offer changes nothing");
        vm.prank(carol);
        token.becomePayee();
        assertEq(token.payee(), carol, "taken");
        buy(alice, 1 ether);
        uint256 before = carol.balance;
        (uint256 creatorWei,) = token.claim();
        assertEq(carol.balance - before, creatorWei, "paid there");
        expectRefusal(TokenErrors.TokenPayeeRefused.selector);
        vm.prank(carol);
        token.becomePayee();
    }

    function test_F10_what_was_earned_before_a_change_of_payee_goes_to_the_payee_before() public {
        buy(alice, 1 ether);
        (uint256 creatorWei, uint256 protocolWei) = token.owed();
        vm.prank(creator);
        token.offerPayee(carol);
        uint256[3] memory before = [creator.balance, carol.balance, platform.balance];
        vm.prank(carol);
        token.becomePayee();
        assertEq(creator.balance - before[0], creatorWei, "to whom it was earned for");
        assertEq(platform.balance - before[2], protocolWei, "and the platform's with it");
        assertEq(carol.balance, before[1], "nothing to the new payee");
        assertSolvent(token);
    }

    function test_a_contract_that_cannot_call_becomes_payee_after_two_days() public {
        vm.prank(creator);
        token.offerPayee(alice);
        vm.warp(block.timestamp + 2 days - 1);
        expectRefusal(TokenErrors.TokenPayeeRefused.selector);
        vm.prank(creator);
        token.becomePayee();
        vm.warp(block.timestamp + 1);
        vm.prank(creator);
        token.becomePayee();
        assertEq(token.payee(), alice, "by the creator, who had two days to notice");
        vm.prank(creator);
        token.offerPayee(address(0));
        vm.warp(block.timestamp + 3 days);
        expectRefusal(TokenErrors.TokenPayeeRefused.selector);
        vm.prank(creator);
        token.becomePayee();
    }
}
