// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC4907} from "../../src/interfaces/IERC4907.sol";
import {ERC721} from "solady/tokens/ERC721.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PassErrors} from "../../src/libraries/PassErrors.sol";
import {Tiers} from "../../src/libraries/Tier.sol";
import {PassTest} from "../PassTest.sol";

contract LendTest is PassTest {
    uint256 internal id;
    uint64 internal ends;

    function setUp() public override {
        super.setUp();
        id = buy(alice, TIMED);
        ends = uint64(block.timestamp + 7 days);
    }

    function lend(address from, address to, uint64 until) private {
        vm.prank(from);
        pass.setUser(id, to, until);
    }

    function test_access_goes_to_the_borrower_and_comes_back() public {
        vm.expectEmit(true, true, true, true, address(pass));
        emit IERC4907.UpdateUser(id, carol, ends);
        lend(alice, carol, ends);
        assertTrue(mayEnter(carol, id) && !mayEnter(alice, id), "the borrower's");
        assertEq(pass.userOf(id), carol, "user");
        assertEq(pass.userExpires(id), ends, "until");
        assertEq(pass.ownerOf(id), alice, "the owner stays");
        vm.warp(ends);
        assertTrue(mayEnter(alice, id) && !mayEnter(carol, id), "the owner's again");
        assertEq(pass.userOf(id), address(0), "nobody");
    }

    function test_a_lent_pass_moves_nowhere_and_offers_for_it_die() public {
        lend(alice, carol, ends);
        assertEq(pass.nonceOf(id), 1, "nonce");
        expectRefusal(ERC721.TransferFromIncorrectOwner.selector);
        give(carol, mallory, id);
        expectRefusal(PassErrors.PassLent.selector);
        give(alice, mallory, id);
        expectRefusal(PassErrors.PassLent.selector);
        vm.prank(alice);
        pass.cancelSubscription(id);
        vm.warp(ends);
        give(alice, carol, id);
        assertEq(pass.userExpires(id), 0, "the loan is forgotten");
    }

    function test_only_the_borrower_ends_a_loan_early() public {
        lend(alice, carol, ends);
        expectRefusal(PassErrors.PassLent.selector);
        lend(alice, address(0), 0);
        expectRefusal(PassErrors.PassLent.selector);
        lend(carol, mallory, ends);
        expectRefusal(PassErrors.PassLent.selector);
        lend(mallory, address(0), 0);
        lend(carol, address(0), 0);
        assertTrue(mayEnter(alice, id), "returned");
        give(alice, mallory, id);
    }

    function test_only_the_owner_lends_and_to_somebody_for_some_time() public {
        expectRefusal(Errors.NotPassOwner.selector);
        lend(mallory, mallory, ends);
        expectRefusal(PassErrors.LoanRefused.selector);
        lend(alice, carol, uint64(block.timestamp));
        expectRefusal(PassErrors.LoanRefused.selector);
        lend(alice, alice, ends);
        setTier(3, PRICE, MONTH, OPEN, 0, uint8(Tiers.SOULBOUND));
        id = buy(alice, 3);
        expectRefusal(Errors.Soulbound.selector);
        lend(alice, carol, ends);
    }

    function test_a_borrowed_pass_lapses_with_its_loan_and_is_its_owners_when_renewed() public {
        lend(alice, carol, uint64(pass.expiresAt(id)));
        vm.warp(pass.expiresAt(id));
        assertTrue(!mayEnter(carol, id) && !mayEnter(alice, id), "lapsed for both");
        renew(carol, id, 1);
        assertTrue(mayEnter(alice, id), "renewed by who had borrowed it");
    }

    function test_F5_a_loan_does_not_outlive_the_pass_and_lasts_thirty_days_at_most() public {
        uint64 expiry = uint64(pass.expiresAt(id));
        vm.warp(block.timestamp + 1 days);
        expectRefusal(PassErrors.LoanTooLong.selector);
        lend(alice, carol, expiry + 1);
        lend(alice, carol, expiry);
        id = buy(alice, FOR_LIFE);
        expectRefusal(PassErrors.LoanTooLong.selector);
        lend(alice, carol, type(uint64).max);
        expectRefusal(PassErrors.LoanTooLong.selector);
        lend(alice, carol, uint64(block.timestamp + 30 days + 1));
        lend(alice, carol, uint64(block.timestamp + 30 days));
        vm.warp(block.timestamp + 30 days);
        assertTrue(mayEnter(alice, id), "no box lends for ever");
    }
}
