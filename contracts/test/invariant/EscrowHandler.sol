// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Escrow} from "../../src/Escrow.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {Test} from "../Test.sol";
import {Refuser} from "../mocks/Payees.sol";

/// @title Random deals between four people, one of them unable to receive; it keeps its own books.
contract EscrowHandler is Test {
    Escrow public immutable escrow;
    address[4] public people;
    bytes32[] public ids;
    mapping(bytes32 id => uint256) public left;
    uint256 public held;
    uint256 public fees;
    uint256 public credits;
    uint256 public doubleEnds;

    constructor(Escrow escrow_) {
        escrow = escrow_;
        people = [anActor("a"), anActor("b"), anActor("c"), address(new Refuser())];
        for (uint256 i; i < 4; ++i) {
            vm.deal(people[i], type(uint128).max);
        }
    }

    function count() external view returns (uint256) {
        return ids.length;
    }

    function lockNoRevert(uint256 from, uint256 to, uint96 amount) external {
        amount = uint96(bounded(amount, 1, 100 ether));
        (address payer, address payee) = pair(from, to);
        vm.prank(payer);
        bytes32 id = escrow.lock{value: amount}(
            payee, address(0), amount, uint40(block.timestamp + 2 days), bytes32(ids.length)
        );
        book(id, amount);
    }

    function commissionNoRevert(uint256 from, uint256 to, uint96 amount, uint8 parts) external {
        uint96[] memory amounts = new uint96[](bounded(parts, 1, 4));
        uint256 sum;
        for (uint256 i; i < amounts.length; ++i) {
            amounts[i] = uint96(bounded(uint256(keccak256(abi.encode(amount, i))), 1, 10 ether));
            sum += amounts[i];
        }
        (address payer, address payee) = pair(from, to);
        IEscrow.Terms memory terms = IEscrow.Terms(uint40(block.timestamp + 2 days), 2 days, 1 days);
        vm.prank(payer);
        book(escrow.commission{value: sum}(payee, address(0), amounts, terms, bytes32(ids.length)), sum);
    }

    /// @dev Anybody tries anything with a deal; what the contract lets happen must add up.
    function actNoRevert(uint256 which, uint256 what, uint256 who) external {
        if (ids.length == 0) return;
        bytes32 id = ids[which % ids.length];
        IEscrow.Deal memory deal = escrow.dealOf(id);
        uint256 gross = deal.remaining;
        if (deal.step == IEscrow.Step.Delivered) gross = escrow.amountsOf(id)[deal.milestone];
        address actor = who % 8 < 3 ? deal.payer : who % 8 < 6 ? deal.payee : people[who % 4];
        bool isRefund = what % 7 == 6;
        try this.call(actor, id, what % 7) {}
        catch {
            return;
        }
        if (isRefund) settle(id, deal.payer, deal.remaining, 0);
        else if (what % 7 == 0 || what % 7 == 3 || what % 7 == 5) settle(id, deal.payee, gross, gross * 5 / 100);
    }

    function call(address actor, bytes32 id, uint256 what) external {
        vm.prank(actor);
        if (what == 0) escrow.open(id);
        else if (what == 1) escrow.accept(id);
        else if (what == 2) escrow.deliver(id);
        else if (what == 3) escrow.approve(id);
        else if (what == 4) escrow.reject(id);
        else if (what == 5) escrow.claim(id);
        else escrow.refund(id);
    }

    function waitNoRevert(uint32 seconds_) external {
        vm.warp(block.timestamp + seconds_ % 1 days);
    }

    function settle(bytes32 id, address to, uint256 gross, uint256 fee) private {
        if (gross == 0 || gross > left[id]) ++doubleEnds;
        left[id] -= gross;
        held -= gross;
        fees += fee;
        if (to == people[3]) credits += gross - fee;
    }

    function book(bytes32 id, uint256 amount) private {
        ids.push(id);
        left[id] = amount;
        held += amount;
    }

    function pair(uint256 from, uint256 to) private view returns (address payer, address payee) {
        payer = people[from % 4];
        payee = people[to % 4 == from % 4 ? (from % 4 + 1) % 4 : to % 4];
    }
}
