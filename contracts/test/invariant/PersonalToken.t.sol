// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TokenTest} from "../TokenTest.sol";
import {Hostile} from "../mocks/Hostile.sol";
import {TokenHandler} from "./TokenHandler.sol";

contract PersonalTokenInvariantTest is TokenTest {
    TokenHandler internal handler;

    function setUp() public override {
        super.setUp();
        // The window is part of the story: this token starts in its first second.
        token = make(mallory, goodTerms());
        handler = new TokenHandler(token, mallory, platform);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_the_balance_is_the_reserve_of_the_supply_plus_what_is_owed() public view {
        assertSolvent(token);
    }

    function invariant_no_sequence_takes_out_more_than_came_in() public view {
        (uint256 creatorWei, uint256 protocolWei) = token.owed();
        uint256 reserve = token.reserveOf(uint96(token.totalSupply()));
        assertEq(handler.inWei(), handler.outWei() + handler.claimedWei() + creatorWei + protocolWei + reserve, "all wei");
        assertTrue(handler.outWei() <= handler.inWei(), "traders together never gain");
    }

    function invariant_tokens_come_from_purchases_and_go_by_sales_alone() public view {
        assertEq(token.totalSupply(), handler.minted() - handler.burnt(), "supply");
        uint256 sum = token.balanceOf(address(token));
        for (uint256 i; i < 4; ++i) {
            sum += token.balanceOf(handler.people(i));
        }
        assertEq(sum, token.totalSupply(), "balances");
    }

    /// @dev After the last step of each run everybody sells; only what is locked for ever keeps a reserve.
    function afterInvariant() public {
        handler.everyoneSells();
        uint256 locked = token.balanceOf(address(token));
        assertEq(token.totalSupply(), locked, "everyone is out");
        (uint256 creatorWei, uint256 protocolWei) = token.owed();
        uint256 reserve = token.reserveOf(uint96(locked));
        assertEq(address(token).balance, reserve + creatorWei + protocolWei, "nothing is missing");
        if (locked == 0) assertEq(reserve, 0, "drained");
    }
}

/// @title M04: ten thousand operations in one go, the equality after each, and a drain at the end.
contract TokenStormTest is TokenTest {
    function test_M04_ten_thousand_operations_and_nobody_is_short() public {
        address[3] memory people = [alice, carol, mallory];
        uint256 seed = 42;
        for (uint256 i; i < 10_000; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            address who = people[seed % 3];
            uint256 held = token.balanceOf(who);
            uint256 kind = seed >> 8 & 3;
            if (kind < 2) {
                vm.deal(who, 50 ether);
                buy(who, bounded(seed >> 16, 1 gwei, 50 ether));
            } else if (held != 0 && kind == 2) {
                sell(who, bounded(seed >> 16, 1, held));
            } else {
                vm.prank(who);
                token.transfer(people[seed >> 200 & 1], bounded(seed >> 16, 0, held));
            }
            assertSolvent(token);
        }
        for (uint256 i; i < 3; ++i) {
            if (token.balanceOf(people[i]) != 0) sell(people[i], token.balanceOf(people[i]));
        }
        assertEq(token.totalSupply(), 0, "all sold");
        token.claim();
        assertEq(address(token).balance, 0, "drained to the last wei");
    }

    function test_hostile_holders_and_receivers_leave_the_equality_whole() public {
        Hostile[3] memory them = [new Hostile(), new Hostile(), new Hostile()];
        for (uint256 i; i < 3; ++i) {
            vm.deal(address(this), 5 ether);
            them[i].buy{value: 5 ether}(token);
            them[i].become(Hostile.Mood(i + 1), token);
        }
        assertSolvent(token);
        them[0].sell(token, token.balanceOf(address(them[0])), carol);
        assertSolvent(token);
        them[1].sell(token, token.balanceOf(address(them[1])), carol);
        assertSolvent(token);
        them[2].sell(token, token.balanceOf(address(them[2])) / 2, address(them[2]));
        assertSolvent(token);
        assertEq(them[2].gained(), 0, "it saw nothing false from inside");
    }
}
