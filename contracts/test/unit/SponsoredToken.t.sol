// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SponsorForwarder} from "../../src/SponsorForwarder.sol";
import {TokenFactory} from "../../src/TokenFactory.sol";
import {ISponsorForwarder} from "../../src/interfaces/ISponsorForwarder.sol";
import {TokenErrors} from "../../src/libraries/TokenErrors.sol";
import {TokenTest} from "../TokenTest.sol";

/// @title Every call of the factory that a sponsor may pay for, through the real forwarder, as deployed.
contract SponsoredTokenTest is TokenTest {
    SponsorForwarder private relay;

    function setUp() public override {
        super.setUp();
        relay = new SponsorForwarder();
        factory = new TokenFactory(owner, platform, address(relay));
    }

    function test_F6_a_newcomer_makes_a_token_without_gas_and_it_is_the_newcomers() public {
        sponsored(abi.encodeCall(factory.create, (goodTerms(), 0)));
        address token_ = factory.tokenOf(signer);
        assertTrue(token_.code.length != 0, "made");
        assertEq(signer.balance, 0, "and nothing was paid");
    }

    function test_F6_a_newcomer_takes_terms_back_without_gas() public {
        sponsored(abi.encodeCall(factory.revokeTerms, ()));
        assertEq(factory.termsNonceOf(signer), 1, "the newcomer's terms are void");
        assertEq(factory.termsNonceOf(address(relay)), 0, "and nobody else's");
    }

    function test_F6_the_factory_names_its_forwarder_and_no_other() public view {
        assertTrue(factory.isTrustedForwarder(address(relay)), "its own");
        assertTrue(!factory.isTrustedForwarder(address(this)), "no other");
    }

    function test_F6_a_call_that_the_factory_does_not_know_is_refused() public {
        (bool isDone, bytes memory answer) = address(factory).call(abi.encodeWithSignature("anything(uint256)", 1));
        assertTrue(!isDone && bytes4(answer) == TokenErrors.TokenCallUnknown.selector, "by its name");
    }

    function sponsored(bytes memory data) private {
        ISponsorForwarder.Request memory request = ISponsorForwarder.Request(
            signer, address(factory), address(0), 500_000, relay.nonceOf(signer), block.timestamp + 60, 0, data
        );
        bytes memory signature = sealed_(digestOf(request));
        vm.prank(carol);
        assertTrue(relay.execute(request, signature), "succeeded");
    }

    function digestOf(ISponsorForwarder.Request memory of_) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("CoreFans Forwarder"),
                keccak256("1"),
                block.chainid,
                address(relay)
            )
        );
        bytes32 words = keccak256(
            abi.encode(
                keccak256(
                    "Request(address from,address to,address sponsor,uint256 gas,uint256 nonce,uint256 deadline,uint256 maxChargeWei,bytes data)"
                ),
                of_.from,
                of_.to,
                of_.sponsor,
                of_.gas,
                of_.nonce,
                of_.deadline,
                of_.maxChargeWei,
                keccak256(of_.data)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, words));
    }
}
