// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {Test} from "../Test.sol";

/// @title Random people trading one token; it keeps its own books to compare with. No step may revert.
contract TokenHandler is Test {
    uint256 private constant LATER = type(uint256).max;
    PersonalToken public immutable token;
    address public immutable creator;
    address public immutable platform;
    address[4] public people;

    uint256 public inWei;
    uint256 public outWei;
    uint256 public claimedWei;
    uint256 public protocolWei;
    uint256 public minted;
    uint256 public burnt;

    constructor(PersonalToken token_, address creator_, address platform_) {
        token = token_;
        creator = creator_;
        platform = platform_;
        people = [anActor("a"), anActor("b"), anActor("c"), creator_];
    }

    function buyNoRevert(uint256 whoSeed, uint256 toSeed, uint96 value) external {
        uint256 valueWei = bounded(value, 1 gwei, 100_000 ether);
        uint256 before = token.totalSupply();
        address who = people[whoSeed % 4];
        vm.deal(who, valueWei);
        vm.prank(who);
        token.buy{value: valueWei}(people[toSeed % 4], 0, LATER, "");
        inWei += valueWei;
        protocolWei += valueWei / 100;
        minted += token.totalSupply() - before;
    }

    function buyExactNoRevert(uint256 whoSeed, uint80 amount) external {
        uint256 supply = token.totalSupply();
        uint256 n = bounded(amount, 1, (1_000_000 ether - supply) / 1_000 + 1);
        (uint256 costWei,,, uint256 feeWei) = token.quoteCost(n);
        address who = people[whoSeed % 4];
        vm.deal(who, costWei + 1 ether);
        vm.prank(who);
        token.buyExact{value: costWei + 1 ether}(n, who, LATER, "");
        assertEq(who.balance, 1 ether, "the rest came back");
        inWei += costWei;
        protocolWei += feeWei;
        minted += token.totalSupply() - supply;
    }

    function sellNoRevert(uint256 whoSeed, uint256 toSeed, uint256 amountSeed) external {
        address who = people[whoSeed % 4];
        address to = people[toSeed % 4];
        uint256 held = token.balanceOf(who);
        if (held == 0) return;
        sell(who, to, bounded(amountSeed, 1, held));
    }

    function transferNoRevert(uint256 fromSeed, uint256 toSeed, uint256 amountSeed) external {
        address from = people[fromSeed % 4];
        uint256 amount = bounded(amountSeed, 0, token.balanceOf(from));
        vm.prank(from);
        token.transfer(people[toSeed % 4], amount);
    }

    function claimNoRevert() external {
        (uint256 creatorOwed, uint256 protocolOwed) = token.owed();
        if (creatorOwed + protocolOwed == 0) return;
        uint256 before = platform.balance;
        token.claim();
        assertEq(platform.balance - before, protocolOwed, "the platform's share");
        claimedWei += creatorOwed + protocolOwed;
    }

    function lowerFeeNoRevert(uint96 bps) external {
        (,,,, uint256 now_,) = token.terms();
        if (now_ == 0) return;
        vm.prank(creator);
        token.lowerCreatorFee(uint96(bounded(bps, 0, now_ - 1)));
    }

    function waitNoRevert(uint16 seconds_) external {
        vm.warp(block.timestamp + seconds_ % 20);
    }

    /// @dev The end of every run: all who hold sell all they have.
    function everyoneSells() external {
        for (uint256 i; i < 4; ++i) {
            uint256 held = token.balanceOf(people[i]);
            if (held != 0) sell(people[i], people[i], held);
        }
    }

    function sell(address who, address to, uint256 amount) private {
        uint256 before = to.balance;
        uint256 reserveBefore = token.reserveOf(uint96(token.totalSupply()));
        vm.prank(who);
        token.sell(amount, to, 0, LATER, "");
        outWei += to.balance - before;
        protocolWei += (reserveBefore - token.reserveOf(uint96(token.totalSupply()))) / 100;
        burnt += amount;
    }
}
