// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC721} from "solady/tokens/ERC721.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Tiers} from "../../src/libraries/Tier.sol";
import {PassTest} from "../PassTest.sol";

contract TransferTest is PassTest {
    uint256 internal id;

    function setUp() public override {
        super.setUp();
        id = buy(alice, TIMED);
    }

    function test_selling_a_pass_sells_the_access() public {
        uint256 expiry = pass.expiresAt(id);
        give(alice, carol, id);
        assertTrue(mayEnter(carol, id), "the buyer has access");
        assertTrue(!mayEnter(alice, id), "the seller has none");
        assertEq(pass.expiresAt(id), expiry, "the time left moves along");
        assertEq(pass.balanceOf(alice), 0, "seller's balance");
    }

    function test_a_renewal_paid_by_the_seller_after_the_sale_is_the_buyers() public {
        uint256 expiry = pass.expiresAt(id);
        give(alice, carol, id);
        renew(alice, id, 1);
        assertEq(pass.ownerOf(id), carol, "owner");
        assertEq(pass.expiresAt(id), expiry + MONTH, "expiry");
        assertTrue(mayEnter(carol, id) && !mayEnter(alice, id), "access");
    }

    function test_an_offer_does_not_revive_when_the_pass_comes_back() public {
        uint32 listedAt = pass.nonceOf(id);
        give(alice, carol, id);
        vm.warp(block.timestamp + 25 hours);
        give(carol, alice, id);
        assertEq(pass.nonceOf(id), listedAt + 2, "nonce");
    }

    function test_an_approval_ends_with_the_sale_of_an_open_pass() public {
        uint256 open = anOpenPass();
        vm.prank(alice);
        pass.approve(mallory, open);
        give(alice, carol, open);
        assertEq(pass.getApproved(open), address(0), "cleared");
        expectRefusal(ERC721.NotOwnerNorApproved.selector);
        vm.prank(mallory);
        pass.transferFrom(carol, mallory, open);
    }

    function test_whom_the_owner_approved_may_move_an_open_pass_and_a_stranger_may_not() public {
        uint256 open = anOpenPass();
        expectRefusal(ERC721.NotOwnerNorApproved.selector);
        vm.prank(mallory);
        pass.transferFrom(alice, mallory, open);
        vm.prank(alice);
        pass.setApprovalForAll(mallory, true);
        vm.prank(mallory);
        pass.safeTransferFrom(alice, carol, open);
        assertTrue(mayEnter(carol, open), "moved");
    }

    function anOpenPass() private returns (uint256) {
        setTier(4, PRICE, MONTH, OPEN, 0, uint8(Tiers.OPEN));
        return buy(alice, 4);
    }

    function test_the_royalty_is_five_percent_to_the_creator() public view {
        (address receiver, uint256 amountWei) = pass.royaltyInfo(id, 2 ether);
        assertEq(receiver, creator, "receiver");
        assertEq(amountWei, 0.1 ether, "amount");
        assertTrue(pass.supportsInterface(0x2a55205a), "ERC-2981");
    }

    function test_a_soulbound_pass_stays() public {
        setTier(3, PRICE, MONTH, OPEN, 0, uint8(Tiers.SOULBOUND));
        uint256 bound = buy(alice, 3);
        expectRefusal(Errors.Soulbound.selector);
        vm.prank(alice);
        pass.transferFrom(alice, carol, bound);
        setTier(3, PRICE, MONTH, OPEN, 0, 0);
        expectRefusal(Errors.Soulbound.selector);
        vm.prank(alice);
        pass.transferFrom(alice, carol, bound);
    }

    function test_moving_and_approving_take_no_money() public {
        expectRefusal(Errors.NoValueHere.selector);
        vm.prank(alice);
        pass.transferFrom{value: 1}(alice, carol, id);
        expectRefusal(Errors.NoValueHere.selector);
        vm.prank(alice);
        pass.approve{value: 1}(carol, id);
    }

    function test_a_pass_that_was_never_sold_is_nobodys() public {
        assertTrue(!pass.isActive(id + 1), "inactive");
        expectRefusal(ERC721.TokenDoesNotExist.selector);
        pass.expiresAt(id + 1);
        expectRefusal(ERC721.TokenDoesNotExist.selector);
        pass.nonceOf(id + 1);
        expectRefusal(ERC721.TokenDoesNotExist.selector);
        pass.isRenewable(id + 1);
        expectRefusal(ERC721.TokenDoesNotExist.selector);
        pass.tokenURI(id + 1);
    }

    function test_interfaces_and_metadata() public view {
        bytes4[7] memory ids =
            [bytes4(0x01ffc9a7), 0x80ac58cd, 0x5b5e139f, 0x2a55205a, 0x8c65f84d, 0xad092b5c, 0x49064906];
        for (uint256 i; i < 7; ++i) {
            assertTrue(pass.supportsInterface(ids[i]), "interface");
        }
        assertTrue(!pass.supportsInterface(0xffffffff), "not everything");
        assertTrue(bytes(pass.name()).length + bytes(pass.symbol()).length != 0, "names");
        bytes memory wanted = 'data:application/json;utf8,{"name":"Access Pass, tier 1, no. 1"}';
        assertTrue(keccak256(bytes(pass.tokenURI(id))) == keccak256(wanted), "tokenURI");
    }
}
