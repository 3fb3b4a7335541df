// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessPass} from "../../src/AccessPass.sol";
import {PassFactory} from "../../src/PassFactory.sol";
import {IPassFactory} from "../../src/interfaces/IPassFactory.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PassTest} from "../PassTest.sol";

contract PassFactoryTest is PassTest {
    function test_the_address_is_known_before_the_collection_exists() public {
        address foreseen = factory.collectionOf(alice);
        assertEq(foreseen.code.length, 0, "no code yet");
        vm.expectEmit(true, true, true, true, address(factory));
        emit IPassFactory.CollectionCreated(alice, foreseen);
        vm.prank(alice);
        assertEq(factory.createCollection(), foreseen, "as foreseen");
        assertEq(AccessPass(foreseen).creator(), alice, "creator");
        assertEq(AccessPass(foreseen).factory(), address(factory), "factory");
    }

    function test_a_creator_has_one_collection() public {
        expectRefusal(Errors.CollectionExists.selector);
        vm.prank(creator);
        factory.createCollection();
    }

    function test_collection_and_first_tier_come_in_one_transaction() public {
        vm.prank(alice);
        AccessPass hers = AccessPass(factory.createWithTier(forTier(5, terms(PRICE, MONTH, 100, 1, 0))));
        assertEq(hers.tierOf(5).maxSupply, 100, "tier");
        assertEq(hers.creator(), alice, "the caller is the creator");
    }

    function test_creators_are_strangers_to_each_other() public {
        vm.prank(alice);
        address hers = factory.createCollection();
        expectRefusal(Errors.NotCreator.selector);
        vm.prank(creator);
        AccessPass(hers).setTier(forTier(1, terms(PRICE, MONTH, 1, 0, 0)), address(0));
    }

    function test_only_the_owner_redirects_fees_and_to_somebody() public {
        expectRefusal(Errors.NotOwner.selector);
        vm.prank(mallory);
        factory.setFeeRecipient(mallory);
        expectRefusal(Errors.ZeroAddress.selector);
        vm.prank(owner);
        factory.setFeeRecipient(address(0));
        vm.expectEmit(true, true, true, true, address(factory));
        emit IPassFactory.FeeRecipientSet(carol);
        vm.prank(owner);
        factory.setFeeRecipient(carol);
        buy(alice, TIMED);
        uint256 before = carol.balance;
        pass.withdrawFees(address(0));
        assertEq(carol.balance - before, PRICE / 20, "fees follow");
    }

    function test_ownership_moves_only_when_the_heir_accepts() public {
        expectRefusal(Errors.NotOwner.selector);
        vm.prank(mallory);
        factory.transferOwnership(mallory);
        vm.prank(owner);
        factory.transferOwnership(carol);
        assertEq(factory.owner(), owner, "not yet");
        expectRefusal(Errors.NotOwner.selector);
        vm.prank(mallory);
        factory.acceptOwnership();
        vm.prank(carol);
        factory.acceptOwnership();
        assertEq(factory.owner(), carol, "accepted");
        assertEq(factory.pendingOwner(), address(0), "offer used up");
    }

    function test_a_factory_without_owner_or_recipient_is_refused() public {
        expectRefusal(Errors.ZeroAddress.selector);
        new PassFactory(address(0), platform, address(market));
        expectRefusal(Errors.ZeroAddress.selector);
        new PassFactory(owner, address(0), address(market));
        expectRefusal(Errors.ZeroAddress.selector);
        new PassFactory(owner, platform, address(0));
    }

    function test_the_bare_implementation_sells_nothing() public {
        AccessPass bare = AccessPass(factory.implementation());
        expectRefusal(Errors.TierUnknown.selector);
        bare.mintTier(1, alice, ANY, "");
        expectRefusal(Errors.NotCreator.selector);
        vm.prank(creator);
        bare.setTier(forTier(1, terms(PRICE, MONTH, 1, 0, 0)), address(0));
    }
}
