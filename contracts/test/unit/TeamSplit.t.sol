// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SplitFactory} from "../../src/SplitFactory.sol";
import {TeamSplit} from "../../src/TeamSplit.sol";
import {ISplitFactory} from "../../src/interfaces/ISplitFactory.sol";
import {ITeamSplit} from "../../src/interfaces/ITeamSplit.sol";
import {PaymentErrors} from "../../src/libraries/PaymentErrors.sol";
import {PaymentTest} from "../PaymentTest.sol";
import {Burner, Reenterer, Refuser} from "../mocks/Payees.sol";
import {OddToken} from "../mocks/Tokens.sol";

contract TeamSplitTest is PaymentTest {
    SplitFactory internal splits;
    address internal first = address(0x1001);
    address internal second = address(0x1002);
    address internal third = address(0x1003);

    function setUp() public override {
        super.setUp();
        splits = new SplitFactory();
    }

    function three(address a, address b, address c) internal pure returns (address[] memory list) {
        list = new address[](3);
        (list[0], list[1], list[2]) = a < b && b < c ? (a, b, c) : (c, b, a);
    }

    function bps(uint16 a, uint16 b, uint16 c) internal pure returns (uint16[] memory list) {
        list = new uint16[](3);
        (list[0], list[1], list[2]) = (a, b, c);
    }

    function aSplit() internal returns (TeamSplit) {
        return TeamSplit(payable(splits.create(three(first, second, third), bps(6_000, 3_000, 1_000), 0)));
    }

    function with(address hostile) internal returns (TeamSplit) {
        return TeamSplit(
            payable(splits.create(three(address(0x1), address(0x2), hostile), bps(6_000, 3_000, 1_000), 0))
        );
    }

    function test_AIV_08_a_tip_of_ten_is_split_sixty_thirty_ten_to_the_wei() public {
        TeamSplit split = aSplit();
        tip(alice, address(split), 10 ether, "team");
        assertEq(address(split).balance, 9.5 ether, "ten less the fee");
        split.distribute(NATIVE);
        assertEq(first.balance, 5.7 ether, "60 %");
        assertEq(second.balance, 2.85 ether, "30 %");
        assertEq(third.balance, 0.95 ether, "10 %");
        assertEq(address(split).balance, 0, "nothing left");
    }

    function test_AIV_08_shares_that_are_not_a_whole_are_refused() public {
        address[] memory people = three(first, second, third);
        vm.expectRevert(abi.encodeWithSelector(PaymentErrors.SharesNotWhole.selector, 10_100));
        splits.create(people, bps(6_100, 3_000, 1_000), 0);
        vm.expectRevert(abi.encodeWithSelector(PaymentErrors.SharesNotWhole.selector, 9_999));
        splits.create(people, bps(5_999, 3_000, 1_000), 0);
        vm.expectRevert(abi.encodeWithSelector(PaymentErrors.SharesNotWhole.selector, 9_999));
        splits.splitOf(people, bps(5_999, 3_000, 1_000), 0);
    }

    function test_recipients_that_repeat_descend_or_get_nothing_are_refused() public {
        address[] memory people = three(first, second, third);
        expectRefusal(PaymentErrors.RecipientsRefused.selector);
        splits.create(people, bps(9_000, 1_000, 0), 0);
        (people[0], people[1]) = (second, second);
        expectRefusal(PaymentErrors.RecipientsRefused.selector);
        splits.create(people, bps(6_000, 3_000, 1_000), 0);
        (people[0], people[1], people[2]) = (address(0), first, second);
        expectRefusal(PaymentErrors.RecipientsRefused.selector);
        splits.create(people, bps(6_000, 3_000, 1_000), 0);
        expectRefusal(PaymentErrors.RecipientsRefused.selector);
        splits.create(new address[](1), new uint16[](1), 0);
        expectRefusal(PaymentErrors.RecipientsRefused.selector);
        splits.create(new address[](3), new uint16[](2), 0);
    }

    function test_a_split_has_two_to_twenty_recipients() public {
        for (uint256 count = 20; count < 22; ++count) {
            address[] memory people = new address[](count);
            uint16[] memory parts = new uint16[](count);
            for (uint256 i; i < count; ++i) {
                people[i] = address(uint160(0x5000 + i));
                parts[i] = uint16(i == 0 ? 10_000 - (count - 1) * 400 : 400);
            }
            if (count == 21) expectRefusal(PaymentErrors.RecipientsRefused.selector);
            splits.create(people, parts, 0);
        }
    }

    function test_the_address_follows_from_the_terms_and_is_made_once() public {
        address[] memory people = three(first, second, third);
        uint16[] memory parts = bps(6_000, 3_000, 1_000);
        address foreseen = splits.splitOf(people, parts, 0);
        vm.expectEmit(true, true, true, true, address(splits));
        emit ISplitFactory.SplitCreated(foreseen, maya, people, parts);
        vm.prank(maya);
        assertEq(splits.create(people, parts, 0), foreseen, "as foreseen");
        vm.recordLogs();
        assertEq(splits.create(people, parts, 0), foreseen, "the same again");
        assertEq(vm.getRecordedLogs().length, 0, "made once");
        assertTrue(splits.create(people, parts, "other") != foreseen, "another salt, another split");
        (address[] memory said, uint16[] memory shares) = TeamSplit(payable(foreseen)).shares();
        assertEq(said[2], third, "recipients are told");
        assertEq(shares[0], 6_000, "and shares");
    }

    function test_each_takes_their_share_when_they_like() public {
        TeamSplit split = aSplit();
        tip(alice, address(split), 10 ether, "");
        vm.expectEmit(true, true, true, true, address(split));
        emit ITeamSplit.ShareReleased(second, NATIVE, second, 2.85 ether);
        split.release(NATIVE, second);
        tip(alice, address(split), 10 ether, "");
        assertEq(split.due(NATIVE, second), 2.85 ether, "the second tip's share");
        assertEq(split.due(NATIVE, first), 11.4 ether, "both tips' shares");
        split.distribute(NATIVE);
        assertEq(second.balance, 5.7 ether, "all");
        assertEq(split.release(NATIVE, second), 0, "nothing more");
        assertEq(address(split).balance, 0, "nothing left");
    }

    function test_strangers_have_no_share() public {
        TeamSplit split = aSplit();
        tip(alice, address(split), 10 ether, "");
        expectRefusal(PaymentErrors.NoShare.selector);
        split.release(NATIVE, carol);
        vm.prank(carol);
        expectRefusal(PaymentErrors.NoShare.selector);
        split.releaseTo(NATIVE, carol);
    }

    function test_dollars_are_split_alike() public {
        TeamSplit split = aSplit();
        vm.prank(alice);
        payments.tipToken(address(usd), address(split), 10e6, "");
        split.distribute(address(usd));
        assertEq(usd.balanceOf(first), 5.7e6, "60 %");
        assertEq(usd.balanceOf(second), 2.85e6, "30 %");
        assertEq(usd.balanceOf(third), 0.95e6, "10 %");
    }

    function test_one_who_cannot_be_paid_holds_up_nobody_and_loses_nothing() public {
        address[2] memory hostile = [address(new Refuser()), address(new Burner())];
        for (uint256 i; i < 2; ++i) {
            TeamSplit split = with(hostile[i]);
            uint256 before = address(0x1).balance;
            tip(alice, address(split), 10 ether, "");
            vm.expectEmit(true, true, true, true, address(split));
            emit ITeamSplit.ShareRefused(hostile[i], NATIVE, 0.95 ether);
            split.distribute(NATIVE);
            assertEq(address(0x1).balance - before, 5.7 ether, "the others are paid");
            assertEq(split.due(NATIVE, hostile[i]), 0.95 ether, "still due");
            assertEq(address(split).balance, 0.95 ether, "and still here");
        }
        TeamSplit theirs = with(hostile[0]);
        uint256 had = carol.balance;
        vm.prank(hostile[0]);
        theirs.releaseTo(NATIVE, carol);
        assertEq(carol.balance - had, 0.95 ether, "taken elsewhere");
    }

    function test_a_token_that_blocks_a_recipient_holds_up_nobody() public {
        OddToken odd = new OddToken();
        TeamSplit split = aSplit();
        odd.mint(address(split), 1_000);
        odd.setBlocked(first);
        split.distribute(address(odd));
        assertEq(odd.balanceOf(second), 300, "paid");
        assertEq(odd.balanceOf(third), 100, "paid");
        assertEq(split.due(address(odd), first), 600, "still due");
    }

    function test_a_recipient_that_calls_back_gets_its_share_once() public {
        Reenterer hostile = new Reenterer();
        TeamSplit split = with(address(hostile));
        tip(alice, address(split), 10 ether, "");
        hostile.onPaid(address(split), abi.encodeCall(ITeamSplit.release, (NATIVE, address(hostile))), 0);
        split.distribute(NATIVE);
        assertEq(address(hostile).balance, 0.95 ether, "once");
        tip(alice, address(split), 10 ether, "");
        hostile.onPaid(address(split), abi.encodeCall(ITeamSplit.distribute, (NATIVE)), 0);
        split.release(NATIVE, address(hostile));
        assertEq(address(hostile).balance, 1.9 ether, "once");
        assertEq(address(split).balance, 0, "all is paid");
    }

    function test_a_recipient_that_pays_in_while_it_is_paid_stops_nothing() public {
        Reenterer hostile = new Reenterer{value: 1 ether}();
        TeamSplit split = TeamSplit(
            payable(splits.create(three(address(0x1), address(hostile), address(type(uint160).max)), bps(6_000, 3_000, 1_000), 0))
        );
        tip(alice, address(split), 10 ether, "");
        hostile.onPaid(address(split), "", 1 ether);
        split.distribute(NATIVE);
        assertEq(split.received(NATIVE), 10.5 ether, "counted");
        split.distribute(NATIVE);
        assertEq(address(split).balance, 0, "all is paid");
    }

    function test_the_code_behind_splits_has_no_recipients() public {
        TeamSplit bare = TeamSplit(payable(splits.implementation()));
        expectRefusal(PaymentErrors.NoShare.selector);
        bare.release(NATIVE, alice);
    }
}
