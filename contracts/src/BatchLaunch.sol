// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {PersonalToken} from "./PersonalToken.sol";
import {IBatchLaunch} from "./interfaces/IBatchLaunch.sol";
import {ITokenFactory} from "./interfaces/ITokenFactory.sol";
import {Curve} from "./libraries/Curve.sol";
import {TokenErrors} from "./libraries/TokenErrors.sol";
import {TokenFees} from "./libraries/TokenFees.sol";

/// @title Ten minutes of deposits, then one clearing price.
/// @dev Deposits are visible, and it does not matter: a share depends on no other share, so there is nothing to gain
/// from seeing, hurrying or paying for order. Nor is there afterwards: `maxTargetWei` keeps the price so near to the one
/// that all paid that the first to sell gains less on the last than the fees of both trades. All rounding leaves less than a wei (or a unit) per account behind here.
contract BatchLaunch is IBatchLaunch {
    uint256 private constant _WINDOW_S = 10 minutes;
    uint256 private constant _PATIENCE_S = 7 days;

    /// @inheritdoc IBatchLaunch
    uint256 public count;
    /// @inheritdoc IBatchLaunch
    mapping(uint256 id => mapping(address account => uint256)) public depositOf;
    mapping(uint256 id => Launch) private _launches;

    ITokenFactory private immutable _FACTORY = ITokenFactory(msg.sender);

    /// @inheritdoc IBatchLaunch
    function open(ITokenFactory.TokenTerms calldata terms, uint96 capWei, uint96 targetWei)
        external
        returns (uint256 id)
    {
        _FACTORY.mustBeGood(terms);
        if (_FACTORY.tokenOf(msg.sender).code.length != 0) revert TokenErrors.TokenExists();
        if (capWei == 0 || targetWei < capWei) revert TokenErrors.TokenAmountRefused();
        if (targetWei > maxTargetWei(terms.preset, terms.creatorBps)) revert TokenErrors.TokenAmountRefused();
        // Whoever holds terms signed before could make the token meanwhile, fail the launch and buy first.
        _FACTORY.endTerms(msg.sender);
        id = ++count;
        Launch storage launch = _launches[id];
        launch.creator = msg.sender;
        launch.closesAt = uint40(block.timestamp + _WINDOW_S);
        launch.state = State.OPEN;
        launch.capWei = capWei;
        launch.targetWei = targetWei;
        launch.termsHash = keccak256(abi.encode(terms));
        emit BatchOpened(id, msg.sender, terms, capWei, targetWei, launch.closesAt);
    }

    /// @inheritdoc IBatchLaunch
    function deposit(uint256 id) external payable {
        Launch storage launch = _launches[id];
        if (launch.state != State.OPEN || block.timestamp >= launch.closesAt) revert TokenErrors.BatchClosed();
        if (msg.value == 0) revert TokenErrors.TokenAmountRefused();
        uint256 before = depositOf[id][msg.sender];
        depositOf[id][msg.sender] = before + msg.value;
        uint256 counted = _least(before + msg.value, launch.capWei) - _least(before, launch.capWei);
        launch.countedWei += uint128(counted);
        emit Deposited(id, msg.sender, msg.value, counted);
    }

    /// @inheritdoc IBatchLaunch
    function settle(uint256 id, ITokenFactory.TokenTerms calldata terms) external {
        Launch storage launch = _launches[id];
        if (launch.state != State.OPEN || block.timestamp < launch.closesAt) revert TokenErrors.BatchNotDue();
        if (keccak256(abi.encode(terms)) != launch.termsHash) revert TokenErrors.TokenTermsRefused();
        address token = _FACTORY.tokenOf(launch.creator);
        // The platform's fee may have fallen since the opening, and with it what an order of exits may be worth.
        launch.targetWei = uint96(_least(launch.targetWei, maxTargetWei(terms.preset, terms.creatorBps)));
        uint256 spentWei = _spent(launch);
        if (spentWei == 0 || token.code.length != 0) return _fail(id, launch);
        launch.state = State.SETTLED;
        _FACTORY.createFromBatch{value: spentWei}(launch.creator, terms);
        uint256 tokens = PersonalToken(token).balanceOf(address(this));
        launch.tokens = uint128(tokens);
        emit BatchSettled(id, token, spentWei, tokens);
    }

    /// @inheritdoc IBatchLaunch
    function abandon(uint256 id) external {
        Launch storage launch = _launches[id];
        if (launch.state != State.OPEN || block.timestamp < launch.closesAt + _PATIENCE_S) {
            revert TokenErrors.BatchNotDue();
        }
        _fail(id, launch);
    }

    /// @inheritdoc IBatchLaunch
    function claimFor(uint256 id, address account) external returns (uint256 tokens, uint256 refundWei) {
        Launch storage launch = _launches[id];
        if (launch.state == State.OPEN) revert TokenErrors.BatchNotDue();
        uint256 deposited = depositOf[id][account];
        if (deposited == 0) revert TokenErrors.NoTokenFees();
        (tokens, refundWei) = _shareOf(launch, deposited);
        depositOf[id][account] = 0;
        address token;
        if (tokens != 0) {
            token = _FACTORY.tokenOf(launch.creator);
            if (account == launch.creator) _mustBeUnlocked(PersonalToken(token));
            // Our own token: it calls nobody.
            PersonalToken(token).transfer(account, tokens);
        }
        unchecked {
            // A refund is a part of the deposit.
            emit BatchClaimed(id, account, token, tokens, deposited - refundWei, refundWei);
        }
        if (refundWei != 0) SafeTransferLib.forceSafeTransferETH(account, refundWei);
    }

    /// @inheritdoc IBatchLaunch
    /// @dev With r = spent / virtual reserve, the first of many who all sell fetches 1 + r times what its share cost
    /// after fees, and the last 1 / (1 + r): less than 2r apart. The fees are at least the platform's at both ends and
    /// the creator's at the entry, since the creator may lower its own meanwhile. So r may be half of their sum.
    function maxTargetWei(uint8 preset, uint16 creatorBps) public view returns (uint256) {
        return Curve.x0Of(preset) * (2 * _FACTORY.protocolBps() + creatorBps) / (2 * TokenFees.BPS);
    }

    /// @inheritdoc IBatchLaunch
    function launchOf(uint256 id) external view returns (Launch memory) {
        return _launches[id];
    }

    /// @inheritdoc IBatchLaunch
    function shareOf(uint256 id, address account) external view returns (uint256 tokens, uint256 refundWei) {
        return _shareOf(_launches[id], depositOf[id][account]);
    }

    function _shareOf(Launch storage launch, uint256 deposited)
        private
        view
        returns (uint256 tokens, uint256 refundWei)
    {
        if (launch.state != State.SETTLED) return (0, deposited);
        uint256 counted = _least(deposited, launch.capWei);
        uint256 all = launch.countedWei;
        tokens = counted * launch.tokens / all;
        // Rounded down, so that all refunds together never exceed what is here.
        refundWei = deposited - counted + counted * (all - _spent(launch)) / all;
    }

    /// @dev The lock of the terms holds the creator's part of the launch, and never for less than the shortest lock.
    function _mustBeUnlocked(PersonalToken token) private view {
        (, uint256 launchedAtS,,,, uint256 untilS) = token.terms();
        uint256 shortestS = launchedAtS + TokenFees.MIN_LOCK_S;
        if (untilS < shortestS) untilS = shortestS;
        if (block.timestamp < untilS) revert TokenErrors.TokenStillLocked(untilS);
    }

    function _spent(Launch storage launch) private view returns (uint256) {
        return _least(launch.countedWei, launch.targetWei);
    }

    function _fail(uint256 id, Launch storage launch) private {
        launch.state = State.FAILED;
        emit BatchFailed(id);
    }

    function _least(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
