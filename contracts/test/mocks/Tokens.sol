// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title The least of an ERC-20, to be made strange below.
abstract contract PlainToken {
    mapping(address account => uint256) public balanceOf;
    mapping(address account => mapping(address spender => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
    }

    function _move(address from, address to, uint256 amount) internal virtual {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

/// @title Answers nothing when it moves, as USDT.
contract SilentToken is PlainToken {
    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
    }
}

/// @title Answers, and may be told to misbehave: a tax, a blocked receiver, a lie.
contract OddToken is PlainToken {
    uint256 public taxBps;
    bool public taxesOut;
    bool public liesOut;
    address public blocked;

    function setTax(uint256 bps, bool onlyOut) external {
        (taxBps, taxesOut) = (bps, onlyOut);
    }

    function setBlocked(address account) external {
        blocked = account;
    }

    function setLies(bool lies) external {
        liesOut = lies;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        if (to == blocked) return false;
        // "Done", but nothing moved.
        if (liesOut) return true;
        _move(msg.sender, to, amount);
        // A tax on top, from the sender's own pocket.
        if (taxesOut) balanceOf[msg.sender] -= amount * taxBps / 10_000;
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
        if (!taxesOut) balanceOf[to] -= amount * taxBps / 10_000;
        return true;
    }
}

interface IHook {
    function tokensReceived() external;
}

/// @title Calls the receiver after it moved, as ERC-777.
contract HookToken is PlainToken {
    function transfer(address to, uint256 amount) external returns (bool) {
        _move(msg.sender, to, amount);
        if (to.code.length != 0) IHook(to).tokensReceived();
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
        return true;
    }
}

/// @title A payee whose token hook makes a second payment in the middle of the first, or burns its gas.
contract HookPayee is IHook {
    address private _target;
    bytes private _call;
    bool private _burns;
    uint256 public succeeded;

    function onTokens(address target, bytes calldata data) external {
        (_target, _call) = (target, data);
    }

    function burn() external {
        _burns = true;
    }

    function approve(HookToken token, address spender) external {
        token.approve(spender, type(uint256).max);
    }

    function tokensReceived() external {
        while (_burns) {}
        if (_target == address(0)) return;
        address target = _target;
        _target = address(0);
        (bool done,) = target.call(_call);
        if (done) ++succeeded;
    }
}
