// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessPass} from "../../src/AccessPass.sol";
import {IAccessPass} from "../../src/interfaces/IAccessPass.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {PassErrors} from "../../src/libraries/PassErrors.sol";
import {PassTest} from "../PassTest.sol";

/// @dev Gifts and allow-lists: the creator signs, and whoever is named (or brings it) has a pass, once.
contract VoucherTest is PassTest {
    uint256 internal constant KEY = 0xc0ffee;
    AccessPass internal hers;

    function setUp() public override {
        super.setUp();
        vm.prank(vm.addr(KEY));
        hers = AccessPass(factory.createWithTier(forTier(1, terms(PRICE, MONTH, 3, 0, 0))));
    }

    function aVoucher(address to, uint256 price, uint256 nonce) private view returns (IAccessPass.Voucher memory) {
        return IAccessPass.Voucher(1, to, price, nonce, block.timestamp + 1 days);
    }

    function signed(IAccessPass.Voucher memory voucher) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("CoreFans Access Pass"),
                keccak256("1"),
                block.chainid,
                address(hers)
            )
        );
        bytes32 words = keccak256(
            abi.encode(
                keccak256("Voucher(uint32 tierId,address to,uint256 price,uint256 nonce,uint256 deadline)"),
                voucher.tierId,
                voucher.to,
                voucher.price,
                voucher.nonce,
                voucher.deadline
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, keccak256(abi.encodePacked(hex"1901", domain, words)));
        return abi.encodePacked(r, s, v);
    }

    function use(address by, IAccessPass.Voucher memory voucher, bytes memory signature) private returns (uint256) {
        vm.prank(by);
        return hers.mintFor{value: voucher.price}(voucher, signature, "");
    }

    function test_a_gift_costs_its_receiver_nothing_whoever_brings_it() public {
        IAccessPass.Voucher memory voucher = aVoucher(alice, 0, 5);
        uint256 id = use(mallory, voucher, signed(voucher));
        assertEq(hers.ownerOf(id), alice, "the named one");
        assertTrue(hers.isVoucherSpent(5), "spent");
    }

    function test_a_place_on_the_list_costs_what_was_signed() public {
        IAccessPass.Voucher memory voucher = aVoucher(address(0), 0.2 ether, 5);
        bytes memory signature = signed(voucher);
        uint256 id = use(carol, voucher, signature);
        assertEq(hers.ownerOf(id), carol, "whoever brings it");
        (uint256 toCreator, uint256 toPlatform) = hers.owed(address(0));
        assertEq(toCreator, 0.19 ether, "creator");
        assertEq(toPlatform, 0.01 ether, "platform");
        expectRefusal(PassErrors.VoucherSpent.selector);
        use(carol, voucher, signature);
    }

    function test_a_voucher_is_refused_once_late_changed_or_withdrawn() public {
        IAccessPass.Voucher memory voucher = aVoucher(alice, 0, 300);
        bytes memory signature = signed(voucher);
        voucher.to = mallory;
        expectRefusal(PassErrors.SignatureRefused.selector);
        use(mallory, voucher, signature);
        voucher.to = alice;
        expectRefusal(Errors.NotCreator.selector);
        vm.prank(mallory);
        hers.cancelVouchers(1, 1 << 44);
        vm.prank(vm.addr(KEY));
        hers.cancelVouchers(1, 1 << 44);
        expectRefusal(PassErrors.VoucherSpent.selector);
        use(alice, voucher, signature);
        voucher.nonce = 301;
        vm.warp(voucher.deadline + 1);
        signature = signed(voucher);
        expectRefusal(PassErrors.VoucherExpired.selector);
        use(alice, voucher, signature);
    }

    function test_a_voucher_of_another_collection_is_refused() public {
        IAccessPass.Voucher memory voucher = aVoucher(alice, 0, 1);
        bytes memory signature = signed(voucher);
        expectRefusal(PassErrors.SignatureRefused.selector);
        pass.mintFor(voucher, signature, "");
    }

    function test_vouchers_keep_to_supply_and_to_whole_prices() public {
        for (uint256 i; i < 3; ++i) {
            IAccessPass.Voucher memory free = aVoucher(alice, 0, i);
            use(alice, free, signed(free));
        }
        IAccessPass.Voucher memory voucher = aVoucher(alice, 0, 9);
        bytes memory signature = signed(voucher);
        expectRefusal(Errors.SoldOut.selector);
        use(alice, voucher, signature);
        voucher.price = 19;
        signature = signed(voucher);
        expectRefusal(Errors.PriceNotWhole.selector);
        use(alice, voucher, signature);
    }
}
