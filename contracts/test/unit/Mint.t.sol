// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC721} from "solady/tokens/ERC721.sol";
import {IAccessPass} from "../../src/interfaces/IAccessPass.sol";
import {IERC5643} from "../../src/interfaces/IERC5643.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PassTest} from "../PassTest.sol";

contract MintTest is PassTest {
    function test_a_bought_pass_belongs_to_the_fan_for_one_period() public {
        uint256 id = buy(alice, TIMED);
        assertEq(id, uint256(TIMED) << 32 | 1, "id is tier and serial");
        assertEq(pass.ownerOf(id), alice, "owner");
        assertEq(pass.balanceOf(alice), 1, "balance");
        assertEq(pass.expiresAt(id), block.timestamp + MONTH, "expiry");
        assertEq(pass.tierOf(TIMED).minted, 1, "minted");
        vm.warp(block.timestamp + MONTH - 1);
        assertTrue(pass.isActive(id), "active in the last second");
        vm.warp(block.timestamp + 1);
        assertTrue(!pass.isActive(id), "not active at the expiry");
    }

    function test_a_lifetime_pass_never_lapses() public {
        uint256 id = buy(alice, FOR_LIFE);
        vm.warp(block.timestamp + 480 * 365 days);
        assertTrue(pass.isActive(id), "active");
        assertEq(pass.expiresAt(id), type(uint64).max, "expiry");
    }

    function test_a_sale_tells_the_indexer_everything() public {
        uint256 id = uint256(TIMED) << 32 | 1;
        vm.expectEmit(true, true, true, true, address(pass));
        emit ERC721.Transfer(address(0), carol, id);
        vm.expectEmit(true, true, true, true, address(pass));
        emit IAccessPass.PassPaid(id, alice, address(0), PRICE, PRICE / 20, bytes32("r"));
        vm.expectEmit(true, true, true, true, address(pass));
        emit IERC5643.SubscriptionUpdate(id, uint64(block.timestamp + MONTH));
        vm.prank(alice);
        pass.mintTier{value: PRICE}(TIMED, carol, PRICE, "r");
    }

    function test_a_gift_belongs_to_its_receiver() public {
        vm.prank(alice);
        uint256 id = pass.mintTier{value: PRICE}(TIMED, carol, PRICE, "");
        assertTrue(mayEnter(carol, id) && !mayEnter(alice, id), "carol only");
    }

    function test_a_price_above_the_agreed_one_is_refused() public {
        setTier(TIMED, PRICE * 2, MONTH, 10, 3, 0);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceMoved.selector, PRICE * 2, PRICE));
        vm.prank(alice);
        pass.mintTier{value: PRICE * 2}(TIMED, alice, PRICE, "");
    }

    function test_too_little_and_too_much_money_are_refused() public {
        vm.expectRevert(abi.encodeWithSelector(Errors.WrongValue.selector, PRICE - 1, PRICE));
        vm.prank(alice);
        pass.mintTier{value: PRICE - 1}(TIMED, alice, ANY, "");
        vm.expectRevert(abi.encodeWithSelector(Errors.WrongValue.selector, PRICE + 1, PRICE));
        vm.prank(alice);
        pass.mintTier{value: PRICE + 1}(TIMED, alice, ANY, "");
    }

    function test_the_last_pass_sells_and_the_next_does_not() public {
        for (uint256 i; i < 10; ++i) {
            buy(alice, TIMED);
        }
        expectRefusal(Errors.SoldOut.selector);
        vm.prank(carol);
        pass.mintTier{value: PRICE}(TIMED, carol, PRICE, "");
    }

    function test_an_unknown_tier_and_nobody_as_receiver_are_refused() public {
        expectRefusal(Errors.TierUnknown.selector);
        pass.mintTier(99, alice, ANY, "");
        expectRefusal(ERC721.TransferToZeroAddress.selector);
        pass.mintTier{value: PRICE}(TIMED, address(0), ANY, "");
    }

    function test_a_free_tier_costs_nothing() public {
        setTier(3, 0, MONTH, OPEN, 0, 0);
        assertTrue(mayEnter(alice, buy(alice, 3)), "active");
    }
}
