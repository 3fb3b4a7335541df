// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {PassMoves} from "./PassMoves.sol";
import {IAccessPass} from "./interfaces/IAccessPass.sol";
import {IPassFactory} from "./interfaces/IPassFactory.sol";
import {Errors} from "./libraries/Errors.sol";
import {Fees} from "./libraries/Fees.sol";
import {Tier, Tiers} from "./libraries/Tier.sol";

/// @title The money of a collection. Sales write no account: what is owed follows from the balance, token by token.
abstract contract PassTill is PassMoves, IAccessPass {
    address internal immutable _FACTORY = msg.sender;

    mapping(uint256 tierId => address) internal _payTokens;

    /// @dev Both halves only grow: creator128 in the high bits, platform128 in the low.
    mapping(address token => uint256) private _paidOut;

    /// @inheritdoc IAccessPass
    /// @dev Checks, effects, interactions: the counter moves before the money, so a re-entrant call finds nothing.
    function withdraw(address token) external {
        (uint256 amount,) = owed(token);
        if (amount == 0) revert Errors.NothingOwed();
        _paidOut[token] += amount << 128;
        _send(creator(), token, amount, false);
    }

    /// @inheritdoc IAccessPass
    function withdrawFees(address token) external {
        (, uint256 amount) = owed(token);
        if (amount == 0) revert Errors.NothingOwed();
        _paidOut[token] += amount;
        _send(IPassFactory(_FACTORY).feeRecipient(), token, amount, true);
    }

    /// @inheritdoc IAccessPass
    /// @dev All that ever came in is the balance plus what was paid out; the platform's share of it is exact because
    /// prices are whole steps. Both shares grow with what came in, so neither subtraction underflows unless a token
    /// takes money back out of our balance.
    function owed(address token) public view returns (uint256 toCreator, uint256 toPlatform) {
        uint256 paid = _paidOut[token];
        uint256 balance =
            token == address(0) ? address(this).balance : SafeTransferLib.balanceOf(token, address(this));
        uint256 received = balance + (paid >> 128) + uint128(paid);
        uint256 platformShare = Fees.platformFeeDown(received);
        toCreator = received - platformShare - (paid >> 128);
        toPlatform = platformShare - uint128(paid);
    }

    /// @dev Takes the price of a tier from the caller and answers in which token.
    function _charge(uint256 tierId, Tier tier, uint256 price, uint256 maxPrice) internal returns (address token) {
        if (price > maxPrice) revert Errors.PriceMoved(price, maxPrice);
        if (tier.has(Tiers.IN_TOKEN)) {
            if (msg.value != 0) revert Errors.NoValueHere();
            token = _payTokens[tierId];
            SafeTransferLib.safeTransferFrom(token, msg.sender, address(this), price);
        } else if (msg.value != price) {
            revert Errors.WrongValue(msg.value, price);
        }
    }

    /// @dev Whether the permit works is for the payment to find out: it may have been used in front of us.
    function _permit(uint256 tierId, uint256 amount, Permit calldata permit) internal {
        address token = _payTokens[tierId];
        if (token == address(0)) revert Errors.NoValueHere();
        // permit(address,address,uint256,uint256,uint8,bytes32,bytes32)
        (bool isTaken,) = token.call(
            abi.encodeWithSelector(
                0xd505accf, msg.sender, address(this), amount, permit.deadline, permit.v, permit.r, permit.s
            )
        );
        isTaken;
    }

    function _send(address to, address token, uint256 amount, bool isFee) private {
        emit Withdrawn(to, token, amount, isFee);
        if (token == address(0)) SafeTransferLib.safeTransferETH(to, amount);
        else SafeTransferLib.safeTransfer(token, to, amount);
    }
}
