// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPassMarket} from "../../src/interfaces/IPassMarket.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {MarketErrors} from "../../src/libraries/MarketErrors.sol";
import {PassErrors} from "../../src/libraries/PassErrors.sol";
import {MarketTest} from "../MarketTest.sol";
import {Wallet} from "../mocks/Wallet.sol";

contract MarketBuyTest is MarketTest {
    /// Fault 1 of the prototype, mended: the buyer gets what the seller loses.
    function test_MKT_03_fault_1_a_sale_moves_the_access_with_the_pass() public {
        fill(carol, anAsk());
        assertTrue(mayEnter(carol, id) && !mayEnter(seller, id), "access moved");
        assertEq(pass.balanceOf(seller), 0, "nothing is left behind");
    }

    /// Fault 2: at 100 the creator has 5, the platform 2.5, the seller the rest, and one log says so.
    function test_MKT_04_fault_2_a_resale_at_100_pays_royalty_fee_and_seller_exactly() public {
        uint256[3] memory before = [creator.balance, seller.balance, carol.balance];
        IPassMarket.Ask memory ask = anAsk();
        bytes32 order = market.digestOfAsk(ask);
        vm.expectEmit(true, true, true, true, address(market));
        emit IPassMarket.Sale(
            address(pass), seller, carol, id, address(0), 100 ether, 2.5 ether, creator, 5 ether, 0, order
        );
        fill(carol, ask);
        assertEq(creator.balance - before[0], 5 ether, "royalty");
        assertEq(seller.balance - before[1], 92.5 ether, "seller");
        assertEq(before[2] - carol.balance, 100 ether, "buyer");
        assertEq(market.feesOf(address(0)), 2.5 ether, "fee");
        market.withdrawFees(address(0));
        assertEq(address(market).balance, 0, "and nothing stays");
    }

    /// Fault 3 and the listing that revives: the cheap listing of before is dead once the pass moved, wherever it is now.
    function test_MKT_06_fault_3_an_old_listing_is_dead_wherever_the_pass_went_and_when_it_came_back() public {
        IPassMarket.Ask memory cheap = anAsk();
        cheap.price = 0.01 ether;
        give(seller, carol, id);
        refuseFill(PassErrors.PassChanged.selector, cheap);
        vm.warp(block.timestamp + 25 hours);
        give(carol, seller, id);
        cheap.deadline = block.timestamp + 1 days;
        refuseFill(PassErrors.PassChanged.selector, cheap);
        IPassMarket.Ask memory dear = anAsk();
        fill(carol, dear);
        refuseFill(PassErrors.PassChanged.selector, cheap);
    }

    function test_regression_a_renewal_by_the_seller_after_the_sale_is_the_buyers() public {
        fill(carol, anAsk());
        uint256 expiry = pass.expiresAt(id);
        renew(seller, id, 1);
        assertEq(pass.expiresAt(id), expiry + MONTH, "expiry");
        assertTrue(mayEnter(carol, id) && !mayEnter(seller, id), "the buyer's");
    }

    function test_F3_a_lapsed_listing_does_not_come_back_when_a_stranger_pays_a_period() public {
        IPassMarket.Ask memory ask = anAsk();
        ask.deadline = block.timestamp + 365 days;
        vm.warp(pass.expiresAt(id) + 1);
        refuseFill(PassErrors.PassLapsed.selector, ask);
        renew(mallory, id, 1);
        refuseFill(PassErrors.PassChanged.selector, ask);
        assertEq(pass.ownerOf(id), seller, "still its owner's");
    }

    function test_F3_a_years_renewal_is_not_sold_at_the_price_of_a_month() public {
        IPassMarket.Ask memory ask = anAsk();
        renew(seller, id, 12);
        refuseFill(PassErrors.PassChanged.selector, ask);
        fill(carol, anAsk());
        assertTrue(mayEnter(carol, id), "a new listing sells what there is now");
    }

    function test_a_listing_fills_once() public {
        IPassMarket.Ask memory ask = anAsk();
        fill(carol, ask);
        refuseFill(PassErrors.PassChanged.selector, ask);
    }

    function test_a_pass_sells_for_a_token_too() public {
        IPassMarket.Ask memory ask = anAsk();
        ask.token = address(coin);
        coin.give(carol, 100 ether);
        vm.prank(carol);
        coin.approve(address(market), 100 ether);
        fill(carol, ask);
        assertEq(coin.balanceOf(creator), 5 ether, "royalty");
        assertEq(coin.balanceOf(seller), 92.5 ether, "seller");
        assertEq(market.feesOf(address(coin)), 2.5 ether, "fee");
        market.withdrawFees(address(coin));
        assertEq(coin.balanceOf(platform), 2.5 ether, "platform");
        assertEq(pass.ownerOf(id), carol, "owner");
    }

    function test_several_are_bought_together_or_not_at_all() public {
        IPassMarket.Ask[] memory asks = new IPassMarket.Ask[](2);
        bytes[] memory signatures = new bytes[](2);
        asks[0] = anAsk();
        signatures[0] = signed(asks[0]);
        id = buy(seller, TIMED);
        asks[1] = anAsk();
        asks[1].price = 7 ether;
        signatures[1] = signed(asks[1]);
        vm.expectRevert(abi.encodeWithSelector(Errors.WrongValue.selector, 106 ether, 107 ether));
        vm.prank(carol);
        market.buyMany{value: 106 ether}(asks, signatures);
        expectRefusal(MarketErrors.BatchRefused.selector);
        market.buyMany(asks, new bytes[](1));
        expectRefusal(MarketErrors.BatchRefused.selector);
        market.buyMany(new IPassMarket.Ask[](0), new bytes[](0));
        vm.prank(carol);
        market.buyMany{value: 107 ether}(asks, signatures);
        assertEq(pass.balanceOf(carol), 2, "both");
    }

    function test_a_wallet_that_is_a_contract_sells_by_its_own_rule() public {
        Wallet wallet = new Wallet(seller);
        give(seller, address(wallet), id);
        IPassMarket.Ask memory ask = anAsk();
        ask.maker = address(wallet);
        ask.tokenNonce = pass.nonceOf(id);
        ask.counter = 0;
        fill(carol, ask);
        assertEq(pass.ownerOf(id), carol, "sold");
        assertEq(address(wallet).balance, 92.5 ether, "paid");
    }

    function test_a_contract_that_did_not_agree_sells_nothing() public {
        Wallet wallet = new Wallet(mallory);
        give(seller, address(wallet), id);
        IPassMarket.Ask memory ask = anAsk();
        ask.maker = address(wallet);
        refuseFill(PassErrors.SignatureRefused.selector, ask);
    }
}
