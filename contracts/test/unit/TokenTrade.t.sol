// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {ITokenFactory} from "../../src/interfaces/ITokenFactory.sol";
import {TokenErrors} from "../../src/libraries/TokenErrors.sol";
import {TokenTest} from "../TokenTest.sol";

contract TokenTradeTest is TokenTest {
    function test_a_purchase_gives_what_was_quoted_and_says_so() public {
        (uint256 out,, uint256 creatorWei, uint256 protocolWei) = token.quoteBuy(1 ether);
        assertEq(protocolWei, 0.01 ether, "one percent");
        assertTrue(creatorWei >= 0.03 ether && creatorWei < 0.03 ether + 1_000, "three percent and dust");
        vm.expectEmit(true, true, true, true, address(token));
        emit IPersonalToken.Bought(alice, carol, 1 ether << 128 | out, creatorWei << 128 | protocolWei, "order");
        vm.prank(alice);
        uint256 got = token.buy{value: 1 ether}(carol, out, block.timestamp, "order");
        assertEq(got, out, "as quoted");
        assertEq(token.balanceOf(carol), out, "to whom it was meant");
        assertEq(token.totalSupply(), out, "supply");
        assertSolvent(token);
    }

    function test_an_exact_purchase_returns_the_rest() public {
        buy(alice, 3 ether);
        (uint256 cost,, uint256 creatorWei, uint256 protocolWei) = token.quoteCost(5 ether);
        uint256 before = carol.balance;
        vm.expectEmit(true, true, true, true, address(token));
        emit IPersonalToken.Bought(carol, carol, cost << 128 | 5 ether, creatorWei << 128 | protocolWei, "");
        vm.prank(carol);
        token.buyExact{value: 1 ether}(5 ether, carol, block.timestamp, "");
        assertEq(token.balanceOf(carol), 5 ether, "exactly");
        assertEq(before - carol.balance, cost, "as quoted");
        assertSolvent(token);
    }

    function test_a_sale_pays_what_was_quoted() public {
        buy(alice, 3 ether);
        (uint256 out, uint256 creatorWei, uint256 protocolWei) = token.quoteSell(7 ether);
        uint256 before = carol.balance;
        vm.expectEmit(true, true, true, true, address(token));
        emit IPersonalToken.Sold(alice, carol, 7 ether << 128 | out, creatorWei << 128 | protocolWei, "order");
        vm.prank(alice);
        token.sell(7 ether, carol, out, block.timestamp, "order");
        assertEq(carol.balance - before, out, "as quoted");
        assertSolvent(token);
    }

    function test_nobody_trades_worse_than_agreed_or_later() public {
        (uint256 out,,,) = token.quoteBuy(1 ether);
        buy(carol, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(TokenErrors.TokenPriceMoved.selector, quoteBuy(1 ether), out));
        vm.prank(alice);
        token.buy{value: 1 ether}(alice, out, LATER, "");
        expectRefusal(TokenErrors.TokenDeadlinePassed.selector);
        token.buy{value: 1 ether}(alice, 0, block.timestamp - 1, "");
        expectRefusal(TokenErrors.TokenDeadlinePassed.selector);
        token.buyExact{value: 1 ether}(1, alice, block.timestamp - 1, "");
        (uint256 cost,,,) = token.quoteCost(1 ether);
        vm.expectRevert(abi.encodeWithSelector(TokenErrors.TokenPriceMoved.selector, cost, cost - 1));
        token.buyExact{value: cost - 1}(1 ether, alice, LATER, "");
        (uint256 back,,) = token.quoteSell(1 ether);
        vm.expectRevert(abi.encodeWithSelector(TokenErrors.TokenPriceMoved.selector, back, back + 1));
        vm.prank(carol);
        token.sell(1 ether, carol, back + 1, LATER, "");
        expectRefusal(TokenErrors.TokenDeadlinePassed.selector);
        vm.prank(carol);
        token.sell(1 ether, carol, 0, block.timestamp - 1, "");
    }

    function test_nonsense_is_refused() public {
        buy(alice, 1 ether);
        expectRefusal(TokenErrors.TokenAmountRefused.selector);
        token.buy(alice, 0, LATER, "");
        expectRefusal(TokenErrors.TokenReceiverRefused.selector);
        token.buy{value: 1}(address(0), 0, LATER, "");
        expectRefusal(TokenErrors.TokenAmountRefused.selector);
        token.buyExact{value: 1}(0, alice, LATER, "");
        expectRefusal(TokenErrors.TokenAmountRefused.selector);
        token.buyExact{value: 1}(Y0, alice, LATER, "");
        expectRefusal(TokenErrors.TokenAmountRefused.selector);
        token.buyExact{value: 1}(type(uint256).max, alice, LATER, "");
        expectRefusal(TokenErrors.TokenAmountRefused.selector);
        sell(alice, 0);
        vm.expectRevert(abi.encodeWithSignature("InsufficientBalance()"));
        sell(carol, 1);
        expectRefusal(TokenErrors.TokenReceiverRefused.selector);
        vm.prank(alice);
        token.sell(1, address(0), 0, LATER, "");
        vm.deal(alice, type(uint256).max);
        expectRefusal(TokenErrors.TokenAmountRefused.selector);
        buy(alice, uint256(type(uint96).max) + 1);
        vm.prank(alice);
        (bool sent,) = address(token).call{value: 1}("");
        assertTrue(!sent, "money without words comes back");
    }

    function test_the_last_token_can_never_be_reached() public {
        vm.deal(alice, type(uint96).max);
        buy(alice, type(uint96).max);
        assertTrue(token.totalSupply() < Y0, "supply below the limit");
        assertSolvent(token);
        sell(alice, token.balanceOf(alice));
        assertEq(token.reserveOf(0), 0, "no reserve behind nothing");
        assertSolvent(token);
    }

    function test_prices_are_the_presets() public {
        for (uint8 preset; preset < 3; ++preset) {
            PersonalToken fresh = make(address(uint160(preset + 1)), termsWith(preset));
            assertEq(fresh.spotPrice(), 0.001 ether * 10 ** preset, "starting price");
        }
    }

    function test_a_signed_order_sells_for_its_owner_once() public {
        vm.prank(alice);
        token.buy{value: 2 ether}(signer, 0, LATER, "");
        IPersonalToken.SellOrder memory order =
            IPersonalToken.SellOrder(signer, carol, 5 ether, 0.01 ether, block.timestamp, "ref");
        bytes memory signature = signatureOnOrder(order);
        (uint256 out,,) = token.quoteSell(5 ether);
        uint256 before = carol.balance;
        vm.prank(mallory);
        token.sellWithPermit(order, signature);
        assertEq(carol.balance - before, out, "to the receiver the owner named");
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        token.sellWithPermit(order, signature);
    }

    function test_a_signed_order_cannot_be_bent() public {
        vm.prank(alice);
        token.buy{value: 2 ether}(signer, 0, LATER, "");
        IPersonalToken.SellOrder memory order =
            IPersonalToken.SellOrder(signer, signer, 5 ether, 0.01 ether, block.timestamp, "");
        bytes memory signature = signatureOnOrder(order);
        order.to = mallory;
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        token.sellWithPermit(order, signature);
        (order.to, order.minOut) = (signer, 0);
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        token.sellWithPermit(order, signature);
        (order.minOut, order.amount) = (0.01 ether, 6 ether);
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        token.sellWithPermit(order, signature);
        order.amount = 5 ether;
        vm.warp(block.timestamp + 1);
        expectRefusal(TokenErrors.TokenDeadlinePassed.selector);
        token.sellWithPermit(order, signature);
    }

    function quoteBuy(uint112 valueWei) private view returns (uint256 out) {
        (out,,,) = token.quoteBuy(valueWei);
    }

    function termsWith(uint8 preset) private pure returns (ITokenFactory.TokenTerms memory) {
        return ITokenFactory.TokenTerms("Preset", "PRE", preset, 0, 0);
    }

    function signatureOnOrder(IPersonalToken.SellOrder memory order) private view returns (bytes memory) {
        bytes32 body = keccak256(
            abi.encode(
                keccak256(
                    "Sell(address owner,address to,uint256 amount,uint256 minOut,uint256 nonce,uint256 deadline,bytes32 ref)"
                ),
                order.owner,
                order.to,
                order.amount,
                order.minOut,
                token.nonces(order.owner),
                order.deadline,
                order.ref
            )
        );
        return sealed_(keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), body)));
    }
}
