// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {IAccessPass} from "../../src/interfaces/IAccessPass.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {Tiers} from "../../src/libraries/Tier.sol";
import {PassTest} from "../PassTest.sol";
import {Coin} from "../mocks/Coin.sol";

contract PaidInTokenTest is PassTest {
    uint256 internal constant KEY = 0xa11ce;
    uint8 internal constant IN_TOKEN = uint8(Tiers.IN_TOKEN);
    uint96 internal constant DOLLARS = 10e6;
    Coin internal coin;
    address internal fan = vm.addr(KEY);

    function setUp() public override {
        super.setUp();
        coin = new Coin();
        coin.give(fan, 100e6);
        vm.prank(creator);
        pass.setTier(forTier(5, terms(DOLLARS, MONTH, OPEN, 0, IN_TOKEN)), address(coin));
    }

    function buyWithAllowance() private returns (uint256 id) {
        vm.startPrank(fan);
        coin.approve(address(pass), DOLLARS);
        id = pass.mintTier(5, fan, DOLLARS, "");
        vm.stopPrank();
    }

    function aPermit(uint256 amount) private view returns (IAccessPass.Permit memory) {
        bytes32 words = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                fan,
                address(pass),
                amount,
                coin.nonces(fan),
                block.timestamp
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", coin.DOMAIN_SEPARATOR(), words));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, digest);
        return IAccessPass.Permit(block.timestamp, v, r, s);
    }

    function test_a_pass_is_bought_and_renewed_in_its_token() public {
        uint256 id = buyWithAllowance();
        assertEq(pass.tierOf(5).payToken, address(coin), "readable");
        vm.startPrank(fan);
        coin.approve(address(pass), 2 * DOLLARS);
        vm.expectEmit(true, true, true, true, address(pass));
        emit IAccessPass.PassPaid(id, fan, address(coin), 2 * DOLLARS, DOLLARS / 10, "r");
        pass.renew(id, 2, 2 * DOLLARS, "r");
        vm.stopPrank();
        assertEq(coin.balanceOf(fan), 70e6, "paid");
    }

    function test_money_of_each_kind_is_owed_apart() public {
        buyWithAllowance();
        buy(alice, TIMED);
        (uint256 toCreator, uint256 toPlatform) = pass.owed(address(coin));
        assertEq(toCreator, 9.5e6, "creator");
        assertEq(toPlatform, 0.5e6, "platform");
        vm.expectEmit(true, true, true, true, address(pass));
        emit IAccessPass.Withdrawn(platform, address(coin), 0.5e6, true);
        pass.withdrawFees(address(coin));
        pass.withdraw(address(coin));
        assertEq(coin.balanceOf(creator), 9.5e6, "paid");
        assertEq(coin.balanceOf(platform), 0.5e6, "paid");
        (toCreator,) = pass.owed(address(0));
        assertEq(toCreator, 0.95 ether, "coins untouched");
        expectRefusal(Errors.NothingOwed.selector);
        pass.withdraw(address(coin));
    }

    function test_a_permit_pays_without_an_approval_even_if_it_was_used_before_us() public {
        IAccessPass.Permit memory permit = aPermit(DOLLARS);
        vm.prank(fan);
        uint256 id = pass.mintWithPermit(5, fan, DOLLARS, "", permit);
        permit = aPermit(DOLLARS);
        coin.permit(fan, address(pass), DOLLARS, permit.deadline, permit.v, permit.r, permit.s);
        vm.prank(fan);
        pass.renewWithPermit(id, 1, DOLLARS, "", permit);
        assertEq(coin.balanceOf(fan), 80e6, "twice");
        assertEq(coin.allowance(fan, address(pass)), 0, "nothing is left over");
    }

    function test_the_wrong_kind_of_money_is_refused() public {
        expectRefusal(Errors.NoValueHere.selector);
        vm.prank(alice);
        pass.mintTier{value: DOLLARS}(5, alice, DOLLARS, "");
        expectRefusal(SafeTransferLib.TransferFromFailed.selector);
        vm.prank(alice);
        pass.mintTier(5, alice, DOLLARS, "");
        IAccessPass.Permit memory permit = aPermit(DOLLARS);
        expectRefusal(Errors.NoValueHere.selector);
        vm.prank(fan);
        pass.mintWithPermit(TIMED, fan, PRICE, "", permit);
        vm.expectRevert(abi.encodeWithSelector(Errors.PriceMoved.selector, DOLLARS, DOLLARS - 1));
        vm.prank(fan);
        pass.mintTier(5, fan, DOLLARS - 1, "");
    }

    function test_the_token_of_a_sold_tier_stays() public {
        Coin other = new Coin();
        vm.startPrank(creator);
        vm.expectEmit(true, true, true, true, address(pass));
        emit IAccessPass.PayTokenSet(5, address(other));
        pass.setTier(forTier(5, terms(DOLLARS, MONTH, OPEN, 0, IN_TOKEN)), address(other));
        pass.setTier(forTier(5, terms(DOLLARS, MONTH, OPEN, 0, IN_TOKEN)), address(coin));
        vm.stopPrank();
        buyWithAllowance();
        vm.startPrank(creator);
        expectRefusal(Errors.PromiseBroken.selector);
        pass.setTier(forTier(5, terms(DOLLARS, MONTH, OPEN, 0, IN_TOKEN)), address(other));
        expectRefusal(Errors.PromiseBroken.selector);
        pass.setTier(forTier(5, terms(DOLLARS, MONTH, OPEN, 0, 0)), address(0));
        expectRefusal(Errors.FlagsUnknown.selector);
        pass.setTier(forTier(5, terms(DOLLARS, MONTH, OPEN, 0, IN_TOKEN)), address(0));
        vm.stopPrank();
    }
}
