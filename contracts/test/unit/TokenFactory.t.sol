// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {ITokenFactory} from "../../src/interfaces/ITokenFactory.sol";
import {Errors} from "../../src/libraries/Errors.sol";
import {TokenErrors} from "../../src/libraries/TokenErrors.sol";
import {TokenTest} from "../TokenTest.sol";
import {Hostile} from "../mocks/Hostile.sol";

contract TokenFactoryTest is TokenTest {
    function test_the_address_is_known_before_whatever_the_terms() public {
        address known = factory.tokenOf(alice);
        ITokenFactory.TokenTerms memory terms = ITokenFactory.TokenTerms("A", "B", 0, 0, 0);
        vm.expectEmit(true, true, true, true, address(factory));
        emit ITokenFactory.TokenCreated(alice, known, "A", "B", 0, 100, 0, 0);
        assertEq(address(make(alice, terms)), known, "where it was said to be");
        assertTrue(factory.tokenOf(carol) != known, "another account, another token");
        expectRefusal(TokenErrors.TokenExists.selector);
        vm.prank(alice);
        factory.create{gas: 500_000}(goodTerms(), 0);
    }

    function test_a_token_knows_its_terms_for_ever() public {
        ITokenFactory.TokenTerms memory terms =
            ITokenFactory.TokenTerms("abcdefghijklmnopqrstuvwxyz123456", "ABCDEFGHIJK", 2, 500, 4 * 365 days);
        token = make(alice, terms);
        assertSame(token.name(), keccak256("abcdefghijklmnopqrstuvwxyz123456"), "name");
        assertSame(token.symbol(), keccak256("ABCDEFGHIJK"), "symbol");
        (address of_, uint256 launchedAt, uint256 preset, uint256 protocolBps, uint256 creatorBps, uint256 until) =
            token.terms();
        assertEq(of_, alice, "creator");
        assertEq(launchedAt, block.timestamp, "launched at");
        assertEq(preset, 2, "preset");
        assertEq(protocolBps, 100, "protocol fee");
        assertEq(creatorBps, 500, "creator fee");
        assertEq(until, block.timestamp + 4 * 365 days, "lock");
        assertEq(token.factory(), address(factory), "factory");
        assertEq(token.decimals(), 18, "decimals");
        PersonalToken next = make(carol, ITokenFactory.TokenTerms("C", "D", 0, 1, 2));
        assertSame(next.name(), keccak256("C"), "the next one has nothing of the last");
        assertSame(next.symbol(), keccak256("D"), "nothing at all");
    }

    function testFuzz_any_name_and_symbol_come_back(bytes32 name, bytes32 symbol, uint8 n, uint8 s) public {
        name = shortened(name, 1 + n % 32);
        symbol = shortened(symbol, 1 + s % 11);
        token = make(alice, ITokenFactory.TokenTerms(name, symbol, 0, 0, 0));
        assertSame(token.name(), keccak256(text(name)), "name");
        assertSame(token.symbol(), keccak256(text(symbol)), "symbol");
    }

    function test_impossible_terms_are_refused() public {
        ITokenFactory.TokenTerms[7] memory bad = [
            ITokenFactory.TokenTerms("", "OK", 0, 0, 0),
            ITokenFactory.TokenTerms("Ok", "", 0, 0, 0),
            ITokenFactory.TokenTerms("a\x00b", "OK", 0, 0, 0),
            ITokenFactory.TokenTerms("Ok", "ABCDEFGHIJKL", 0, 0, 0),
            ITokenFactory.TokenTerms("Ok", "OK", 3, 0, 0),
            ITokenFactory.TokenTerms("Ok", "OK", 0, 501, 0),
            ITokenFactory.TokenTerms("Ok", "OK", 0, 0, 4 * 365 days + 1)
        ];
        for (uint256 i; i < bad.length; ++i) {
            expectRefusal(TokenErrors.TokenTermsRefused.selector);
            vm.prank(alice);
            factory.create(bad[i], 0);
        }
    }

    function test_anyone_may_make_a_token_its_account_signed_for() public {
        ITokenFactory.SignedTerms memory of_ = signed(goodTerms());
        bytes memory signature = signatureOn(of_);
        vm.prank(mallory);
        token = PersonalToken(factory.createFor(of_, signature));
        (address of2,,,,,) = token.terms();
        assertEq(of2, signer, "it is the signer's");
        expectRefusal(TokenErrors.TokenExists.selector);
        factory.createFor(of_, signature);
    }

    function test_signed_terms_cannot_be_bent_replayed_or_outlived() public {
        ITokenFactory.SignedTerms memory of_ = signed(goodTerms());
        bytes memory signature = signatureOn(of_);
        of_.terms.creatorBps = 500;
        refuses(of_, signature);
        of_.terms = goodTerms();
        of_.creator = alice;
        refuses(of_, signature);
        of_.creator = signer;
        of_.validUntil += 1;
        refuses(of_, signature);
        of_.validUntil -= 1;
        refuses(of_, abi.encodePacked(signature, hex"00"));
        vm.prank(signer);
        factory.revokeTerms();
        refuses(of_, signature);
        signature = signatureOn(of_);
        vm.warp(of_.validUntil + 1);
        expectRefusal(TokenErrors.TokenDeadlinePassed.selector);
        factory.createFor(of_, signature);
    }

    function test_a_contract_signs_by_its_own_rule() public {
        Hostile wallet = new Hostile();
        ITokenFactory.SignedTerms memory of_ = signed(goodTerms());
        of_.creator = address(wallet);
        refuses(of_, "no");
        factory.createFor(of_, "yes");
    }

    function test_only_the_trusted_forwarder_speaks_for_others() public {
        bytes memory call = abi.encodePacked(abi.encodeCall(ITokenFactory.create, (goodTerms(), 0)), alice);
        vm.prank(mallory);
        (bool ok,) = address(factory).call(call);
        assertTrue(ok && factory.tokenOf(mallory).code.length != 0, "a stranger speaks for itself");
        assertEq(factory.tokenOf(alice).code.length, 0, "not for alice");
        vm.prank(forwarder);
        (ok,) = address(factory).call(call);
        assertTrue(ok && factory.tokenOf(alice).code.length != 0, "the forwarder does");
    }

    function test_the_platform_fee_is_fixed_at_birth_and_capped() public {
        expectRefusal(TokenErrors.TokenFeeRefused.selector);
        vm.prank(owner);
        factory.setProtocolBps(101);
        expectRefusal(Errors.NotOwner.selector);
        factory.setProtocolBps(1);
        vm.prank(owner);
        factory.setProtocolBps(0);
        assertEq(factory.protocolBps(), 0, "told");
        PersonalToken free = make(alice, goodTerms());
        make(carol, ITokenFactory.TokenTerms("abcdefghijklmnopqrstuvwxyz123456", "ABCDEFGHIJK", 0, 0, 0));
        assertEq(factory.protocolBps(), 0, "births leave it as it was");
        (,,, uint256 bps,,) = free.terms();
        assertEq(bps, 0, "the new token");
        (,,, bps,,) = token.terms();
        assertEq(bps, 100, "the old one");
    }

    function test_only_the_owner_redirects_fees() public {
        expectRefusal(Errors.NotOwner.selector);
        factory.setFeeRecipient(mallory);
        vm.prank(owner);
        factory.setFeeRecipient(carol);
        buy(alice, 1 ether);
        uint256 before = carol.balance;
        token.claim();
        assertEq(carol.balance - before, 0.01 ether, "to the new recipient");
        vm.prank(alice);
        (bool sent,) = address(factory).call{value: 1}("");
        assertTrue(!sent, "the factory holds no money");
    }

    function assertSame(string memory got, bytes32 wanted, string memory what) private pure {
        assertTrue(keccak256(bytes(got)) == wanted, what);
    }

    function refuses(ITokenFactory.SignedTerms memory of_, bytes memory signature) private {
        expectRefusal(TokenErrors.TokenSignatureRefused.selector);
        factory.createFor(of_, signature);
    }

    function shortened(bytes32 whole, uint256 length) private pure returns (bytes32 out) {
        for (uint256 i; i < length; ++i) {
            bytes1 b = whole[i] == 0 ? bytes1("x") : whole[i];
            out |= bytes32(b) >> i * 8;
        }
    }
}
