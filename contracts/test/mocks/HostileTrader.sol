// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessPass} from "../../src/AccessPass.sol";
import {PassFactory} from "../../src/PassFactory.sol";
import {PassMarket} from "../../src/PassMarket.sol";
import {IPassMarket} from "../../src/interfaces/IPassMarket.sol";

/// @title A party to a sale that means harm: it refuses money, burns gas, or calls back.
contract HostileTrader {
    enum Way {
        TAKES,
        REFUSES,
        BURNS,
        CALLS_BACK
    }

    PassMarket private immutable _MARKET;
    Way private _way;
    bool public cameBack;

    constructor(PassMarket market) {
        _MARKET = market;
    }

    receive() external payable {
        require(_way != Way.REFUSES, "no money");
        while (_way == Way.BURNS) {}
        if (_way != Way.CALLS_BACK) return;
        try _MARKET.withdrawFees(address(0)) {
            cameBack = true;
        } catch {}
        try _MARKET.withdrawOfferFunds(1) {
            cameBack = true;
        } catch {}
        try _MARKET.claim(address(0), address(this)) {
            cameBack = true;
        } catch {}
    }

    function behave(Way way) external {
        _way = way;
    }

    function open(PassFactory factory, uint256 terms) external returns (AccessPass) {
        return AccessPass(factory.createWithTier(terms));
    }

    function claim(address token, address to) external {
        _MARKET.claim(token, to);
    }

    function deposit() external payable {
        _MARKET.depositForOffers{value: msg.value}();
    }

    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return 0x1626ba7e;
    }
}
