// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessPass} from "../../src/AccessPass.sol";
import {IPassMarket} from "../../src/interfaces/IPassMarket.sol";
import {MarketErrors} from "../../src/libraries/MarketErrors.sol";
import {MarketTest} from "../MarketTest.sol";
import {HostileTrader} from "../mocks/HostileTrader.sol";
import {LyingPass} from "../mocks/LyingPass.sol";

/// @dev No party to a sale can stop it, drain it, or be paid twice by it.
contract MarketHostileTest is MarketTest {
    HostileTrader internal hostile;
    AccessPass internal theirs;

    function setUp() public override {
        super.setUp();
        hostile = new HostileTrader(market);
        theirs = hostile.open(factory, forTier(1, terms(PRICE, MONTH, OPEN, 0, 0)));
        fund(10 ether);
    }

    /// @dev The creator is the hostile contract: its royalty is on the way while it acts.
    function sellTheirs(HostileTrader.Way way) private {
        hostile.behave(way);
        vm.prank(seller);
        theirs.mintTier{value: PRICE}(1, seller, PRICE, "");
        IPassMarket.Ask memory ask = anAsk();
        (ask.nft, ask.id, ask.tokenNonce) = (address(theirs), uint256(1) << 32 | 1, 0);
        fill(carol, ask);
        assertEq(theirs.ownerOf(ask.id), carol, "sold all the same");
        assertEq(market.offerFundsOf(bidder), 10 ether, "others' funds");
    }

    function test_a_creator_that_refuses_money_is_credited() public {
        sellTheirs(HostileTrader.Way.REFUSES);
        assertEq(market.creditOf(address(0), address(hostile)), 5 ether, "credit");
        assertEq(market.feesOf(address(0)), 2.5 ether, "credits are not fees");
        uint256 before = carol.balance;
        vm.expectEmit(true, true, true, true, address(market));
        emit IPassMarket.SaleCreditClaimed(address(hostile), address(0), carol, 5 ether);
        hostile.claim(address(0), carol);
        assertEq(carol.balance - before, 5 ether, "claimed to where it can be taken");
        expectRefusal(MarketErrors.NothingCredited.selector);
        hostile.claim(address(0), carol);
    }

    function test_a_creator_that_burns_gas_is_credited() public {
        sellTheirs(HostileTrader.Way.BURNS);
        assertEq(market.creditOf(address(0), address(hostile)), 5 ether, "credit");
    }

    function test_a_creator_that_calls_back_gets_its_royalty_and_nothing_else() public {
        vm.deal(address(hostile), 1 ether);
        hostile.deposit{value: 1 ether}();
        sellTheirs(HostileTrader.Way.CALLS_BACK);
        assertTrue(!hostile.cameBack(), "no call came through");
        assertEq(address(hostile).balance, 1 ether + 5 ether, "royalty");
        assertEq(market.feesOf(address(0)), 2.5 ether, "fees are whole");
    }

    function test_a_seller_that_refuses_money_is_credited() public {
        hostile.behave(HostileTrader.Way.REFUSES);
        give(seller, address(hostile), id);
        IPassMarket.Ask memory ask = anAsk();
        (ask.maker, ask.counter) = (address(hostile), 0);
        ask.tokenNonce = pass.nonceOf(id);
        fill(carol, ask);
        assertEq(market.creditOf(address(0), address(hostile)), 92.5 ether, "credit");
        assertEq(pass.ownerOf(id), carol, "sold");
    }

    function test_a_seller_whom_the_token_blocks_is_credited_in_it() public {
        IPassMarket.Ask memory ask = anAsk();
        ask.token = address(coin);
        coin.give(carol, 100 ether);
        vm.prank(carol);
        coin.approve(address(market), 100 ether);
        coin.block_(seller);
        fill(carol, ask);
        assertEq(market.creditOf(address(coin), seller), 92.5 ether, "credit");
        assertEq(market.feesOf(address(coin)), 2.5 ether, "fees apart");
        vm.prank(seller);
        market.claim(address(coin), alice);
        assertEq(coin.balanceOf(alice), 92.5 ether, "claimed");
    }

    function test_a_contract_that_lies_about_its_royalty_is_capped() public {
        LyingPass liar = new LyingPass(creator);
        IPassMarket.Ask memory ask = anAsk();
        ask.nft = address(liar);
        uint256 before = creator.balance;
        fill(carol, ask);
        assertEq(creator.balance - before, 10 ether, "ten percent at most");
    }
}
