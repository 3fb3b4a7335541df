// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../src/PersonalToken.sol";
import {TokenFactory} from "../src/TokenFactory.sol";
import {ITokenFactory} from "../src/interfaces/ITokenFactory.sol";
import {Test} from "./Test.sol";

/// @title A factory, a creator whose token is past its first minute, and three people.
abstract contract TokenTest is Test {
    uint256 internal constant LATER = type(uint256).max;
    uint256 internal constant SIGNER_KEY = 0xC0FFEE;
    uint256 internal constant X0 = 10_000 ether;
    uint256 internal constant Y0 = 1_000_000 ether;

    address internal owner = anActor("owner");
    address internal platform = anActor("platform");
    address internal forwarder = anActor("forwarder");
    address internal creator = anActor("creator");
    address internal alice = anActor("alice");
    address internal carol = anActor("carol");
    address internal mallory = anActor("mallory");
    address internal signer = vm.addr(SIGNER_KEY);

    TokenFactory internal factory;
    PersonalToken internal token;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        factory = new TokenFactory(owner, platform, forwarder);
        token = make(creator, goodTerms());
        vm.warp(block.timestamp + 60);
    }

    function goodTerms() internal pure returns (ITokenFactory.TokenTerms memory) {
        return ITokenFactory.TokenTerms("Maya Rivers", "MAYA", 1, 300, 30 days);
    }

    function make(address account, ITokenFactory.TokenTerms memory terms) internal returns (PersonalToken) {
        vm.prank(account);
        return PersonalToken(factory.create(terms, 0));
    }

    function buy(address fan, uint256 valueWei) internal returns (uint256) {
        vm.prank(fan);
        return token.buy{value: valueWei}(fan, 0, LATER, "");
    }

    function sell(address fan, uint256 amount) internal returns (uint256) {
        vm.prank(fan);
        return token.sell(amount, fan, 0, LATER, "");
    }

    function signed(ITokenFactory.TokenTerms memory terms) internal view returns (ITokenFactory.SignedTerms memory) {
        return ITokenFactory.SignedTerms(signer, block.timestamp + 90 days, terms);
    }

    /// @dev Written out here once more, so that a change of the contract's types is seen.
    function signatureOn(ITokenFactory.SignedTerms memory of_) internal view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("CoreFans Tokens"),
                keccak256("1"),
                block.chainid,
                address(factory)
            )
        );
        bytes32 body = keccak256(
            abi.encode(
                keccak256(
                    "TokenTerms(address creator,string name,string symbol,uint8 preset,uint16 creatorBps,uint32 lockSeconds,uint256 nonce,uint256 validUntil)"
                ),
                of_.creator,
                keccak256(text(of_.terms.name)),
                keccak256(text(of_.terms.symbol)),
                of_.terms.preset,
                of_.terms.creatorBps,
                of_.terms.lockSeconds,
                factory.termsNonceOf(of_.creator),
                of_.validUntil
            )
        );
        return sealed_(keccak256(abi.encodePacked(hex"1901", domain, body)));
    }

    function sealed_(bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SIGNER_KEY, digest);
        return abi.encodePacked(r, s, v);
    }

    function text(bytes32 short) internal pure returns (bytes memory out) {
        uint256 n;
        while (n < 32 && short[n] != 0) ++n;
        out = new bytes(n);
        for (uint256 i; i < n; ++i) {
            out[i] = short[i];
        }
    }

    /// @dev Demand 1 of every other: the balance is the reserve of the supply plus what is owed, to the wei.
    function assertSolvent(PersonalToken of_) internal view {
        (uint256 creatorWei, uint256 protocolWei) = of_.owed();
        uint256 reserve = of_.reserveOf(uint96(of_.totalSupply()));
        assertEq(address(of_).balance, reserve + creatorWei + protocolWei, "balance = reserve + owed");
    }
}
