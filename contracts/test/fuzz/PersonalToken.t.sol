// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {ITokenFactory} from "../../src/interfaces/ITokenFactory.sol";
import {TokenTest} from "../TokenTest.sol";

contract PersonalTokenFuzzTest is TokenTest {
    function testFuzz_a_round_trip_never_gains(uint96 first, uint96 value, uint8 preset, uint16 bps) public {
        token = fresh(preset, bps);
        start(first);
        uint256 valueWei = bounded(value, 1 gwei, 1e9 ether);
        vm.deal(carol, valueWei);
        uint256 out = buy(carol, valueWei);
        sell(carol, out);
        assertTrue(carol.balance < valueWei, "less than it was");
        assertSolvent(token);
    }

    function testFuzz_cutting_a_purchase_changes_only_dust(uint96 first, uint96 a, uint96 b) public {
        start(first);
        uint256 aWei = bounded(a, 1 gwei, 1e6 ether);
        uint256 bWei = bounded(b, 1 gwei, 1e6 ether);
        vm.deal(carol, aWei + bWei);
        (uint256 whole,,,) = token.quoteBuy(uint112(aWei + bWei));
        uint256 parts = buy(carol, aWei) + buy(carol, bWei);
        uint256 price = token.spotPrice();
        uint256 dust = 4 + 3 * 1 ether / (price + 1) + (price > 1 ether ? 0 : 1 ether / price);
        assertTrue(parts <= whole + dust && whole <= parts + dust, "within the dust of three fees");
    }

    function testFuzz_cutting_a_sale_changes_only_dust(uint96 first, uint80 cut) public {
        start(first);
        uint256 held = token.balanceOf(alice);
        uint256 part = bounded(cut, 1, held - 1);
        (uint256 whole,,) = token.quoteSell(uint80(held));
        uint256 parts = sell(alice, part) + sell(alice, held - part);
        assertTrue(parts >= whole && parts - whole <= 2, "each cut saves at most a wei of each fee");
        (uint256 creatorWei, uint256 protocolWei) = token.owed();
        assertEq(address(token).balance, creatorWei + protocolWei, "drained to what is owed");
    }

    function testFuzz_exact_out_agrees_with_exact_in(uint96 first, uint80 amount) public {
        start(first);
        uint256 n = bounded(amount, 1, (Y0 - token.totalSupply()) / 2);
        (uint256 cost,,,) = token.quoteCost(n);
        (uint256 out,,,) = token.quoteBuy(uint112(cost));
        assertTrue(out >= n, "what it costs buys at least that");
        vm.deal(carol, cost);
        vm.prank(carol);
        token.buyExact{value: cost}(n, carol, LATER, "");
        assertEq(token.balanceOf(carol), n, "exactly");
        assertSolvent(token);
    }

    function testFuzz_price_only_rises_with_supply(uint96 first, uint96 value) public {
        start(first);
        uint256 before = token.spotPrice();
        uint256 out = buyAny(carol, value);
        uint256 after_ = token.spotPrice();
        assertTrue(after_ >= before, "a purchase never lowers it");
        sell(carol, out);
        assertEq(token.spotPrice(), before, "and selling it all leads back exactly");
    }

    function testFuzz_every_wei_of_a_trade_is_somewhere(uint96 first, uint96 value, uint80 back) public {
        start(first);
        (uint256 c0, uint256 p0) = token.owed();
        uint256 r0 = reserve();
        uint256 out = buyAny(carol, value);
        (uint256 c1, uint256 p1) = token.owed();
        uint256 valueWei = bounded(value, 1 gwei, 1e6 ether);
        assertEq(valueWei, reserve() - r0 + c1 - c0 + p1 - p0, "in = reserve + fees");
        assertEq(p1 - p0, valueWei / 100, "platform: one percent, down");
        r0 = reserve();
        uint256 paid = sell(carol, bounded(back, 1, out));
        (c0, p0) = token.owed();
        assertEq(r0 - reserve(), paid + c0 - c1 + p0 - p1, "reserve = out + fees");
        assertEq(p0 - p1, (r0 - reserve()) / 100, "platform: one percent, down");
        assertEq(c0 - c1, (r0 - reserve()) * 3 / 100, "creator: three percent, down");
    }

    function testFuzz_quotes_are_executions(uint96 first, uint96 value, uint80 back, uint8 wait) public {
        token = fresh(0, 500);
        vm.warp(block.timestamp + wait % 70);
        start(first);
        uint256 valueWei = bounded(value, 1 gwei, 1e6 ether);
        (uint256 out, uint256 locked, uint256 creatorWei, uint256 protocolWei) = token.quoteBuy(uint112(valueWei));
        (uint256 c0, uint256 p0) = token.owed();
        uint256 lockedBefore = token.balanceOf(address(token));
        assertEq(buyAny(carol, value), out, "tokens");
        assertEq(token.balanceOf(address(token)) - lockedBefore, locked, "locked");
        (uint256 c1, uint256 p1) = token.owed();
        assertTrue(c1 - c0 == creatorWei && p1 - p0 == protocolWei, "fees");
        if (out == 0) return;
        uint256 amount = bounded(back, 1, out);
        (uint256 paid,,) = token.quoteSell(uint80(amount));
        assertEq(sell(carol, amount), paid, "wei");
        assertSolvent(token);
    }

    function fresh(uint8 preset, uint16 bps) private returns (PersonalToken made) {
        made = make(mallory, ITokenFactory.TokenTerms("Fresh", "FRESH", preset % 3, bps % 501, 0));
        vm.warp(block.timestamp + 60);
    }

    /// @dev Somebody is there already, with anything from a little to almost everything.
    function start(uint96 first) private {
        uint256 valueWei = bounded(first, 1 ether, 1e9 ether);
        vm.deal(alice, valueWei);
        buy(alice, valueWei);
    }

    function buyAny(address who, uint96 value) private returns (uint256) {
        uint256 valueWei = bounded(value, 1 gwei, 1e6 ether);
        vm.deal(who, valueWei);
        return buy(who, valueWei);
    }

    function reserve() private view returns (uint256) {
        return token.reserveOf(uint96(token.totalSupply()));
    }
}
