// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PersonalToken} from "../../src/PersonalToken.sol";
import {TokenFactory} from "../../src/TokenFactory.sol";
import {ITokenFactory} from "../../src/interfaces/ITokenFactory.sol";

/// @title An account that refuses money, burns all gas it is given, or trades and claims again while it is paid.
contract Hostile {
    enum Mood {
        QUIET,
        REVERTS,
        BURNS,
        REENTERS
    }

    Mood public mood;
    PersonalToken public token;
    uint256 public calls;
    uint256 public gained;

    receive() external payable {
        ++calls;
        if (mood == Mood.REVERTS) revert("no money");
        if (mood == Mood.BURNS) {
            while (true) {}
        }
        if (mood != Mood.REENTERS || calls > 3) return;
        (uint256 creatorWei, uint256 protocolWei) = token.owed();
        uint256 reserve = token.reserveOf(uint96(token.totalSupply()));
        // What it sees while it is called must already be the truth.
        if (address(token).balance != reserve + creatorWei + protocolWei) gained = type(uint256).max;
        uint256 left = token.balanceOf(address(this));
        if (left > 2) token.sell(left / 2, address(this), 0, type(uint256).max, "");
        try token.claim() {} catch {}
    }

    function become(Mood mood_, PersonalToken token_) external {
        mood = mood_;
        token = token_;
        calls = 0;
    }

    function open(TokenFactory factory, ITokenFactory.TokenTerms calldata terms) external returns (PersonalToken) {
        return PersonalToken(factory.create(terms, 0));
    }

    function buy(PersonalToken from) external payable {
        from.buy{value: msg.value}(address(this), 0, type(uint256).max, "");
    }

    function sell(PersonalToken to, uint256 amount, address receiver) external returns (uint256) {
        return to.sell(amount, receiver, 0, type(uint256).max, "");
    }

    function isValidSignature(bytes32, bytes calldata signature) external pure returns (bytes4) {
        return keccak256(signature) == keccak256("yes") ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }
}
