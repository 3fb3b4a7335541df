// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessPass} from "../../src/AccessPass.sol";
import {PassTest} from "../PassTest.sol";
import {PassHandler} from "./PassHandler.sol";

contract AccessPassInvariantTest is PassTest {
    PassHandler internal handler;

    function setUp() public override {
        super.setUp();
        vm.prank(mallory);
        AccessPass fresh = AccessPass(factory.createCollection());
        pass = fresh;
        handler = new PassHandler(fresh, mallory);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_what_is_owed_is_what_was_paid_and_all_of_it_is_here() public view {
        (uint256 toCreator, uint256 toPlatform) = pass.owed(address(0));
        assertEq(toCreator, handler.creatorWei(), "creator's share, sale by sale");
        assertEq(toPlatform, handler.platformWei(), "platform's share, sale by sale");
        assertEq(address(pass).balance, toCreator + toPlatform, "balance");
    }

    function invariant_no_tier_sells_more_than_its_supply() public view {
        uint256 minted;
        for (uint32 tierId; tierId < 3; ++tierId) {
            AccessPass.TierTerms memory tier = pass.tierOf(tierId);
            assertTrue(tier.minted <= tier.maxSupply, "supply");
            minted += tier.minted;
        }
        assertEq(minted, handler.count(), "every serial was sold once");
    }

    function invariant_access_is_owner_and_expiry_and_only_moves_change_the_owner() public view {
        for (uint256 i; i < handler.count(); ++i) {
            uint256 id = handler.ids(i);
            assertEq(pass.ownerOf(id), handler.ownerOf(id), "owner");
            assertEq(pass.expiresAt(id), handler.expiryOf(id), "expiry");
            assertEq(pass.nonceOf(id), handler.movesOf(id), "moves");
            bool isActive = handler.expiryOf(id) > block.timestamp;
            assertTrue(pass.isActive(id) == isActive, "active");
            assertEq(pass.accessHolderOf(id), isActive ? handler.holderOf(id) : address(0), "whose access");
        }
    }
}
