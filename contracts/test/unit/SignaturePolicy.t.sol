// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {PaymentErrors} from "../../src/libraries/PaymentErrors.sol";
import {TokenErrors} from "../../src/libraries/TokenErrors.sol";
import {Escrow} from "../../src/Escrow.sol";
import {SponsorForwarder} from "../../src/SponsorForwarder.sol";
import {IPersonalToken} from "../../src/interfaces/IPersonalToken.sol";
import {ISponsorForwarder} from "../../src/interfaces/ISponsorForwarder.sol";
import {ITokenFactory} from "../../src/interfaces/ITokenFactory.sol";
import {TokenTest} from "../TokenTest.sol";

/// @title One accepted form for every signature of an account, wherever it is brought.
contract SignaturePolicyTest is TokenTest {
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function test_F11_terms_have_one_form() public {
        ITokenFactory.SignedTerms memory of_ = signed(goodTerms());
        bytes memory good = signatureOn(of_);
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        factory.createFor(of_, twinOf(good));
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        factory.createFor(of_, shortOf(good));
        factory.createFor(of_, good);
    }

    function test_F11_an_order_to_sell_has_one_form() public {
        vm.deal(signer, 1 ether);
        buy(signer, 1 ether);
        IPersonalToken.SellOrder memory order = IPersonalToken.SellOrder(signer, carol, 1 ether, 0, LATER, "");
        bytes32 words = keccak256(
            abi.encode(
                keccak256(
                    "Sell(address owner,address to,uint256 amount,uint256 minOut,uint256 nonce,uint256 deadline,bytes32 ref)"
                ),
                order.owner,
                order.to,
                order.amount,
                order.minOut,
                0,
                order.deadline,
                order.ref
            )
        );
        bytes memory good = sealed_(keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), words)));
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        token.sellWithPermit(order, twinOf(good));
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        token.sellWithPermit(order, shortOf(good));
        token.sellWithPermit(order, good);
    }

    function test_F11_a_sponsored_request_has_one_form() public {
        SponsorForwarder relay = new SponsorForwarder();
        ISponsorForwarder.Request memory of_ =
            ISponsorForwarder.Request(signer, address(factory), address(0), 1, 0, block.timestamp, 0, "");
        bytes32 kind = keccak256(
            "Request(address from,address to,address sponsor,uint256 gas,uint256 nonce,uint256 deadline,uint256 maxChargeWei,bytes data)"
        );
        bytes32 words = keccak256(
            abi.encode(kind, of_.from, of_.to, of_.sponsor, of_.gas, of_.nonce, of_.deadline, of_.maxChargeWei, keccak256(""))
        );
        bytes memory good = sealed_(keccak256(abi.encodePacked(hex"1901", domainOf("CoreFans Forwarder", address(relay)), words)));
        expectRefusal(PaymentErrors.BadSignature.selector);
        relay.execute(of_, twinOf(good));
        expectRefusal(PaymentErrors.BadSignature.selector);
        relay.execute(of_, shortOf(good));
        // Past its signature: the factory of this test trusts another forwarder.
        expectRefusal(PaymentErrors.TargetRefused.selector);
        relay.execute(of_, good);
    }

    function test_F11_a_receipt_has_one_form() public {
        Escrow escrow = new Escrow(owner, platform);
        vm.deal(signer, 1 ether);
        vm.prank(signer);
        bytes32 id = escrow.lock{value: 1 ether}(alice, address(0), 1 ether, uint40(block.timestamp + 1 days), "goods");
        bytes32 words = keccak256(abi.encode(keccak256("Receipt(bytes32 deal)"), id));
        bytes memory good = sealed_(keccak256(abi.encodePacked(hex"1901", domainOf("CoreFans Escrow", address(escrow)), words)));
        expectRefusal(PaymentErrors.BadSignature.selector);
        escrow.openWithReceipt(id, twinOf(good));
        expectRefusal(PaymentErrors.BadSignature.selector);
        escrow.openWithReceipt(id, shortOf(good));
        escrow.openWithReceipt(id, good);
        assertTrue(escrow.dealOf(id).step == IEscrow.Step.Done, "opened");
    }

    function domainOf(string memory name, address at) private view returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(name)),
                keccak256("1"),
                block.chainid,
                at
            )
        );
    }

    function partsOf(bytes memory good) private pure returns (bytes32 r, uint256 s, uint8 v) {
        assembly ("memory-safe") {
            r := mload(add(good, 0x20))
            s := mload(add(good, 0x40))
            v := byte(0, mload(add(good, 0x60)))
        }
    }

    function twinOf(bytes memory good) private pure returns (bytes memory) {
        (bytes32 r, uint256 s, uint8 v) = partsOf(good);
        return abi.encodePacked(r, ORDER - s, v == 27 ? uint8(28) : uint8(27));
    }

    /// @dev ERC-2098: 64 bytes, the parity in the highest bit of s.
    function shortOf(bytes memory good) private pure returns (bytes memory) {
        (bytes32 r, uint256 s, uint8 v) = partsOf(good);
        return abi.encodePacked(r, s | uint256(v - 27) << 255);
    }
}
