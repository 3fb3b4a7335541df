// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPassMarket} from "../../src/interfaces/IPassMarket.sol";
import {MarketTest} from "../MarketTest.sol";

contract PassMarketFuzzTest is MarketTest {
    function testFuzz_seller_royalty_and_fee_are_the_price(uint128 price, uint8 units, bool inToken) public {
        price = uint128(bounded(price, 1, type(uint128).max));
        units = uint8(bounded(units, 0, 100));
        vm.prank(creator);
        pass.setTier(forTier(TIMED, taxed(PRICE, MONTH, 10, 3, 0, units)), address(0));
        id = buy(seller, TIMED);
        vm.deal(carol, price);
        coin.give(carol, price);
        vm.prank(carol);
        coin.approve(address(market), price);
        IPassMarket.Ask memory ask = anAsk();
        ask.price = price;
        if (inToken) ask.token = address(coin);
        uint256[3] memory before = moneyOf(inToken);
        fill(carol, ask);
        uint256[3] memory afterwards = moneyOf(inToken);
        uint256 royalty = uint256(price) * units / 1_000;
        uint256 fee = uint256(price) * 250 / 10_000;
        assertEq(afterwards[0] - before[0], royalty, "royalty");
        assertEq(afterwards[1] - before[1], price - royalty - fee, "seller");
        assertEq(afterwards[2] - before[2], fee, "fee");
        assertEq(inToken ? coin.balanceOf(carol) : carol.balance, 0, "buyer");
    }

    function moneyOf(bool inToken) private view returns (uint256[3] memory) {
        if (inToken) return [coin.balanceOf(creator), coin.balanceOf(seller), coin.balanceOf(address(market))];
        return [creator.balance, seller.balance, address(market).balance];
    }

    function testFuzz_one_changed_field_unsigns_an_order(uint8 which, uint256 to) public {
        IPassMarket.Ask memory ask = anAsk();
        bytes memory signature = signed(ask);
        uint256[10] memory words = abi.decode(abi.encode(ask), (uint256[10]));
        which = uint8(bounded(which, 0, 9));
        bool isAddress = which == 0 || which == 1 || which == 5;
        if (isAddress) to = uint160(to);
        vm.assume(words[which] != to);
        words[which] = to;
        ask = abi.decode(abi.encode(words), (IPassMarket.Ask));
        vm.deal(carol, ask.price);
        vm.prank(carol);
        (bool isFilled,) = address(market).call{value: ask.token == address(0) ? ask.price : 0}(
            abi.encodeCall(IPassMarket.buyListed, (ask, signature))
        );
        assertTrue(!isFilled, "another order");
    }

    function testFuzz_only_cancelled_nonces_die(uint256 nonce, uint256 word, uint256 mask) public {
        vm.prank(seller);
        market.cancel(word, mask);
        bool isDead = nonce >> 8 == word && mask >> (nonce & 255) & 1 != 0;
        assertTrue(market.isNonceDead(seller, nonce) == isDead, "dead");
        assertTrue(!market.isNonceDead(carol, nonce), "others' nonces live");
    }
}
