// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessPass} from "../../src/AccessPass.sol";
import {PassTest} from "../PassTest.sol";
import {HostileTrader} from "../mocks/HostileTrader.sol";
import {MarketHandler} from "./MarketHandler.sol";

/// @dev The creator is a contract that calls the market back with every royalty.
contract PassMarketInvariantTest is PassTest {
    MarketHandler internal handler;
    HostileTrader internal hostile;

    function setUp() public override {
        super.setUp();
        hostile = new HostileTrader(market);
        AccessPass theirs = hostile.open(factory, forTier(1, terms(PRICE, 0, OPEN, 0, 0)));
        hostile.behave(HostileTrader.Way.CALLS_BACK);
        handler = new MarketHandler(market, theirs, address(hostile));
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_an_order_fills_at_most_once_and_never_when_dead() public view {
        assertTrue(!handler.wasRevived(), "an order filled that should not, or did not that should");
    }

    function invariant_what_lies_in_the_market_is_funds_credits_and_fees() public view {
        uint256 funds;
        uint256 credits = market.creditOf(address(0), address(hostile));
        for (uint256 i; i < 4; ++i) {
            funds += market.offerFundsOf(handler.person(i));
            credits += market.creditOf(address(0), handler.person(i));
        }
        assertEq(funds, handler.fundsWei(), "funds, deposit by deposit");
        assertEq(market.feesOf(address(0)) + handler.feesTakenWei(), handler.feesWei(), "fees, sale by sale");
        assertEq(address(market).balance, funds + credits + market.feesOf(address(0)), "balance");
    }

    function invariant_nobody_comes_back_during_a_sale() public view {
        assertTrue(!hostile.cameBack(), "re-entered");
    }
}
