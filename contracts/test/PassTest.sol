// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessPass} from "../src/AccessPass.sol";
import {PassFactory} from "../src/PassFactory.sol";
import {PassMarket} from "../src/PassMarket.sol";
import {Test} from "./Test.sol";

/// @title A factory, a creator with one collection, and three people.
abstract contract PassTest is Test {
    uint96 internal constant PRICE = 1 ether;
    uint32 internal constant MONTH = 30 days;
    uint32 internal constant OPEN = type(uint32).max;
    uint256 internal constant ANY = type(uint256).max;
    uint32 internal constant TIMED = 1;
    uint32 internal constant FOR_LIFE = 2;

    address internal owner = anActor("owner");
    address internal platform = anActor("platform");
    address internal creator = anActor("creator");
    address internal alice = anActor("alice");
    address internal carol = anActor("carol");
    address internal mallory = anActor("mallory");

    PassMarket internal market;
    PassFactory internal factory;
    AccessPass internal pass;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        market = new PassMarket(owner, platform);
        factory = new PassFactory(owner, platform, address(market));
        vm.prank(creator);
        pass = AccessPass(factory.createWithTier(forTier(TIMED, terms(PRICE, MONTH, 10, 3, 0))));
        setTier(FOR_LIFE, PRICE, 0, OPEN, 0, 0);
    }

    /// @dev The word of a tier with the proposed royalty of 5 %.
    function terms(uint96 price, uint32 duration, uint32 max, uint48 perks, uint8 flags)
        internal
        pure
        returns (uint256)
    {
        return taxed(price, duration, max, perks, flags, 50);
    }

    function taxed(uint96 price, uint32 duration, uint32 max, uint48 perks, uint8 flags, uint8 royaltyUnits)
        internal
        pure
        returns (uint256)
    {
        uint256 low = price | uint256(duration) << 96 | uint256(max) << 128;
        return low | uint256(perks) << 192 | uint256(royaltyUnits) << 240 | uint256(flags) << 248;
    }

    function forTier(uint32 id, uint256 words) internal pure returns (uint256) {
        return uint256(id) << 160 | words;
    }

    function setTier(uint32 id, uint96 price, uint32 duration, uint32 max, uint48 perks, uint8 flags) internal {
        vm.prank(creator);
        pass.setTier(forTier(id, terms(price, duration, max, perks, flags)), address(0));
    }

    function buy(address fan, uint32 tierId) internal returns (uint256) {
        uint256 price = pass.tierOf(tierId).price;
        vm.prank(fan);
        return pass.mintTier{value: price}(tierId, fan, price, "");
    }

    function renew(address payer, uint256 id, uint16 periods) internal {
        uint256 price = pass.tierOf(uint32(id >> 32)).price * periods;
        vm.prank(payer);
        pass.renew{value: price}(id, periods, price, "");
    }

    function give(address from, address to, uint256 id) internal {
        vm.prank(from);
        pass.transferFrom(from, to, id);
    }

    /// @dev The product's access rule, in one line.
    function mayEnter(address account, uint256 id) internal view returns (bool) {
        return pass.accessHolderOf(id) == account;
    }
}
