// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {LibClone} from "solady/utils/LibClone.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {ITeamSplit} from "./interfaces/ITeamSplit.sol";
import {PaymentErrors} from "./libraries/PaymentErrors.sol";
import {SafePay} from "./libraries/SafePay.sol";

/// @title Divides what it receives.
/// @dev A clone whose code carries recipient160 | share16, ascending. Receiving writes nothing: what came in is the
/// balance plus what went out, and each recipient is due its share of that, less what it was sent.
contract TeamSplit is ITeamSplit {
    uint256 private constant ENTRY_BYTES = 22;
    uint256 private constant BPS = 10_000;

    mapping(address token => uint256) private _allReleased;
    /// @inheritdoc ITeamSplit
    mapping(address account => mapping(address token => uint256)) public released;

    receive() external payable {}

    /// @inheritdoc ITeamSplit
    function release(address token, address account) external returns (uint256 amount) {
        return _releaseTo(token, account, account);
    }

    /// @inheritdoc ITeamSplit
    function releaseTo(address token, address to) external returns (uint256 amount) {
        return _releaseTo(token, msg.sender, to);
    }

    /// @inheritdoc ITeamSplit
    function distribute(address token) external {
        bytes memory entries = LibClone.argsOnClone(address(this));
        uint256 total = received(token);
        for (uint256 offset; offset < entries.length; offset += ENTRY_BYTES) {
            (address account, uint256 bps) = _entry(entries, offset);
            uint256 share = total * bps / BPS;
            uint256 already = released[account][token];
            // A recipient that calls back may have paid in and released to a later one in the meantime.
            if (share <= already) continue;
            uint256 amount = share - already;
            _book(token, account, amount);
            if (SafePay.tried(token, account, amount)) {
                emit ShareReleased(account, token, account, amount);
            } else {
                released[account][token] -= amount;
                _allReleased[token] -= amount;
                emit ShareRefused(account, token, amount);
            }
        }
    }

    /// @inheritdoc ITeamSplit
    function due(address token, address account) public view returns (uint256) {
        return received(token) * _shareOf(account) / BPS - released[account][token];
    }

    /// @inheritdoc ITeamSplit
    function received(address token) public view returns (uint256) {
        uint256 balance = token == address(0) ? address(this).balance : SafeTransferLib.balanceOf(token, address(this));
        return balance + _allReleased[token];
    }

    /// @inheritdoc ITeamSplit
    function shares() external view returns (address[] memory recipients, uint16[] memory sharesBps) {
        bytes memory entries = LibClone.argsOnClone(address(this));
        uint256 count = entries.length / ENTRY_BYTES;
        recipients = new address[](count);
        sharesBps = new uint16[](count);
        for (uint256 i; i < count; ++i) {
            (address account, uint256 bps) = _entry(entries, i * ENTRY_BYTES);
            recipients[i] = account;
            sharesBps[i] = uint16(bps);
        }
    }

    /// @dev Books before it pays: a recipient that calls back finds nothing more due.
    function _releaseTo(address token, address account, address to) private returns (uint256 amount) {
        amount = due(token, account);
        if (amount == 0) return 0;
        _book(token, account, amount);
        emit ShareReleased(account, token, to, amount);
        if (token == address(0)) SafeTransferLib.safeTransferETH(to, amount);
        else SafeTransferLib.safeTransfer(token, to, amount);
    }

    function _book(address token, address account, uint256 amount) private {
        released[account][token] += amount;
        _allReleased[token] += amount;
    }

    function _shareOf(address account) private view returns (uint256 bps) {
        bytes memory entries = LibClone.argsOnClone(address(this));
        for (uint256 offset; offset < entries.length; offset += ENTRY_BYTES) {
            address candidate;
            (candidate, bps) = _entry(entries, offset);
            if (candidate == account) return bps;
        }
        revert PaymentErrors.NoShare();
    }

    function _entry(bytes memory entries, uint256 offset) private pure returns (address account, uint256 bps) {
        uint256 word = uint256(LibClone.argLoad(entries, offset));
        account = address(uint160(word >> 96));
        bps = uint16(word >> 80);
    }
}
