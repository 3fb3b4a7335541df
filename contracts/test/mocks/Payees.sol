// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITill} from "../../src/interfaces/ITill.sol";

/// @title A payee that refuses money.
contract Refuser {
    receive() external payable {
        revert("no money");
    }

    function withdraw(ITill till, address token, address to) external {
        till.withdraw(token, to);
    }
}

/// @title A payee that burns all gas it is given.
contract Burner {
    receive() external payable {
        while (true) {}
    }
}

/// @title A payee that answers a megabyte, so that copying the answer would cost the payer.
contract Shouter {
    receive() external payable {
        assembly {
            revert(0, 1000000)
        }
    }
}

/// @title A payee that calls back with whatever it was told to.
contract Reenterer {
    address private _target;
    bytes private _call;
    uint256 private _value;
    bool private _refuses;
    uint256 public succeeded;

    constructor() payable {}

    receive() external payable {
        require(!_refuses, "no money");
        if (_target == address(0)) return;
        address target = _target;
        _target = address(0);
        (bool done,) = target.call{value: _value}(_call);
        if (done) ++succeeded;
    }

    function refuse(bool refuses) external {
        _refuses = refuses;
    }

    function onPaid(address target, bytes calldata data, uint256 value) external {
        (_target, _call, _value) = (target, data, value);
    }

    function withdraw(ITill till, address token, address to) external {
        till.withdraw(token, to);
    }
}
