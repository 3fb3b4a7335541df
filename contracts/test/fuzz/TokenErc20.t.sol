// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TokenErrors} from "../../src/libraries/TokenErrors.sol";
import {TokenTest} from "../TokenTest.sol";

/// @title What every ERC-20 must do, and the two things ours refuses to do.
contract TokenErc20Test is TokenTest {
    event Transfer(address indexed from, address indexed to, uint256 amount);
    event Approval(address indexed owner, address indexed spender, uint256 amount);

    uint256 internal held;

    function setUp() public override {
        super.setUp();
        held = buy(alice, 5 ether);
        buy(carol, 3 ether);
    }

    function testFuzz_a_transfer_moves_exactly_that_and_nothing_else(address to, uint256 amount) public {
        vm.assume(to != address(0) && to != alice);
        amount = bounded(amount, 0, held);
        uint256 before = token.balanceOf(to);
        uint256 supply = token.totalSupply();
        vm.expectEmit(true, true, true, true, address(token));
        emit Transfer(alice, to, amount);
        vm.prank(alice);
        assertTrue(token.transfer(to, amount), "true");
        assertEq(token.balanceOf(alice), held - amount, "from");
        assertEq(token.balanceOf(to), before + amount, "to");
        assertEq(token.totalSupply(), supply, "supply");
        assertSolvent(token);
    }

    function testFuzz_a_transfer_to_oneself_changes_nothing(uint256 amount) public {
        amount = bounded(amount, 0, held);
        vm.prank(alice);
        token.transfer(alice, amount);
        assertEq(token.balanceOf(alice), held, "the same");
    }

    function testFuzz_nobody_moves_more_than_there_is(uint256 more, address to) public {
        vm.assume(to != address(0));
        vm.expectRevert(abi.encodeWithSignature("InsufficientBalance()"));
        vm.prank(alice);
        token.transfer(to, bounded(more, held + 1, type(uint256).max));
    }

    function testFuzz_nobody_spends_what_was_not_approved(address spender, uint256 approved, uint256 spent) public {
        vm.assume(spender != alice && spender != address(0));
        approved = bounded(approved, 0, held - 1);
        vm.prank(alice);
        token.approve(spender, approved);
        vm.expectRevert(abi.encodeWithSignature("InsufficientAllowance()"));
        vm.prank(spender);
        token.transferFrom(alice, mallory, bounded(spent, approved + 1, type(uint256).max));
    }

    function testFuzz_an_allowance_is_used_up_as_spent(uint256 approved, uint256 spent) public {
        approved = bounded(approved, 1, type(uint256).max - 1);
        spent = bounded(spent, 0, approved < held ? approved : held);
        vm.expectEmit(true, true, true, true, address(token));
        emit Approval(alice, mallory, approved);
        vm.prank(alice);
        token.approve(mallory, approved);
        vm.prank(mallory);
        token.transferFrom(alice, mallory, spent);
        assertEq(token.allowance(alice, mallory), approved - spent, "the rest");
        assertEq(token.balanceOf(mallory), spent, "moved");
    }

    function test_nothing_goes_to_the_zero_address() public {
        expectRefusal(TokenErrors.TokenReceiverRefused.selector);
        vm.prank(alice);
        token.transfer(address(0), 1);
        vm.prank(alice);
        token.approve(mallory, 1);
        expectRefusal(TokenErrors.TokenReceiverRefused.selector);
        vm.prank(mallory);
        token.transferFrom(alice, address(0), 1);
    }

    function test_permit2_has_no_allowance_nobody_gave() public {
        address permit2 = 0x000000000022D473030F116dDEE9F6B43aC78BA3;
        assertEq(token.allowance(alice, permit2), 0, "none");
        vm.expectRevert(abi.encodeWithSignature("InsufficientAllowance()"));
        vm.prank(permit2);
        token.transferFrom(alice, mallory, 1);
    }

    function testFuzz_a_permit_is_an_approval_once(uint256 amount) public {
        bytes32 body = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                signer,
                mallory,
                amount,
                token.nonces(signer),
                block.timestamp
            )
        );
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(SIGNER_KEY, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), body)));
        token.permit(signer, mallory, amount, block.timestamp, v, r, s);
        assertEq(token.allowance(signer, mallory), amount, "given");
        vm.expectRevert(abi.encodeWithSignature("InvalidPermit()"));
        token.permit(signer, mallory, amount, block.timestamp, v, r, s);
    }
}
