// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessPass} from "../../src/AccessPass.sol";
import {PassFactory} from "../../src/PassFactory.sol";

/// @title A creator that is a hostile contract: it re-enters when paid, or refuses money.
contract Stranger {
    AccessPass private _target;
    bool private _refuses;
    bool public wasCalled;
    bool public reentered;

    receive() external payable {
        require(!_refuses, "no money");
        wasCalled = true;
        if (address(_target) == address(0)) return;
        try _target.withdraw(address(0)) {
            reentered = true;
        } catch {}
    }

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        wasCalled = true;
        return this.onERC721Received.selector;
    }

    function open(PassFactory factory) external returns (AccessPass) {
        return AccessPass(factory.createCollection());
    }

    function setTier(AccessPass pass, uint32 tierId, uint96 priceWei) external {
        pass.setTier(uint256(tierId) << 160 | priceWei | uint256(30 days) << 96 | uint256(type(uint32).max) << 128, address(0));
    }

    function reenterOnPay(AccessPass target) external {
        _target = target;
    }

    function refuseMoney() external {
        _refuses = true;
    }
}
