// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Payments} from "../src/Payments.sol";
import {SponsorForwarder} from "../src/SponsorForwarder.sol";
import {TestUSD} from "../src/TestUSD.sol";
import {Test} from "./Test.sol";

/// @title Cheats for signatures, gas price and chain.
interface SigningVm {
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function addr(uint256 key) external pure returns (address);
    function txGasPrice(uint256 priceWei) external;
    function chainId(uint256 id) external;
}

/// @title Payments with people who hold coins and dollars.
abstract contract PaymentTest is Test {
    SigningVm internal constant signing = SigningVm(address(vm));
    address internal constant NATIVE = address(0);
    uint256 internal constant SIGNER_KEY = 0xA11CE;

    address internal owner = anActor("owner");
    address internal platform = anActor("platform");
    address internal alice = anActor("alice");
    address internal maya = anActor("maya");
    address internal carol = anActor("carol");
    address internal signer;

    SponsorForwarder internal forwarder;
    Payments internal payments;
    TestUSD internal usd;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        forwarder = new SponsorForwarder();
        payments = new Payments(owner, platform, address(forwarder));
        usd = new TestUSD();
        signer = signing.addr(SIGNER_KEY);
        vm.deal(signer, 1_000 ether);
        usd.faucet(alice, 10_000e6);
        usd.faucet(signer, 10_000e6);
        vm.prank(alice);
        usd.approve(address(payments), type(uint256).max);
    }

    function tip(address payer, address payee, uint256 amount, bytes32 ref) internal {
        vm.prank(payer);
        payments.tip{value: amount}(payee, ref);
    }

    function payOnce(address payer, address payee, uint256 amount, bytes32 ref) internal {
        vm.prank(payer);
        payments.payOnce{value: amount}(payee, ref);
    }

    /// @dev Everything the contract has belongs to somebody, and the platform's part is what was reckoned.
    function assertBooks(address token, uint256 owedSum, uint256 fees) internal view {
        uint256 balance = token == NATIVE ? address(payments).balance : usd.balanceOf(address(payments));
        assertEq(payments.reserved(token), owedSum, "reserved is the sum of what is owed");
        assertEq(payments.fees(token), fees, "fees");
        assertEq(balance, owedSum + fees, "balance");
    }

    function signed(bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = signing.sign(SIGNER_KEY, digest);
        return abi.encodePacked(r, s, v);
    }
}
