// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CurveERC20} from "./CurveERC20.sol";
import {IPersonalToken} from "./interfaces/IPersonalToken.sol";
import {TokenTerms, TokenTermsLib} from "./libraries/TokenTerms.sol";
import {Curve} from "./libraries/Curve.sol";
import {Credits} from "./libraries/Credits.sol";
import {TokenErrors} from "./libraries/TokenErrors.sol";
import {TokenFees} from "./libraries/TokenFees.sol";

/// @title What a personal token costs, fetches and owes: every figure of a trade, and nothing that moves.
/// @dev Trades and quotes read the same functions, so a quote on an idle chain is the trade to the wei.
abstract contract TokenPrice is CurveERC20, IPersonalToken {
    Credits internal _credits;

    /// @inheritdoc IPersonalToken
    function quoteBuy(uint112 valueWei)
        external
        view
        returns (uint256 out, uint256 lockedForEver, uint256 creatorWei, uint256 protocolWei)
    {
        TokenTerms terms_ = TokenTermsLib.ofThis();
        (out, creatorWei, protocolWei) = _mintable(terms_, _credits, totalSupply(), valueWei);
        lockedForEver = TokenFees.feeDown(out, terms_.launchShareBps());
        out -= lockedForEver;
    }

    /// @inheritdoc IPersonalToken
    function quoteCost(uint256 amount)
        external
        view
        returns (uint256 costWei, uint256 lockedForEver, uint256 creatorWei, uint256 protocolWei)
    {
        (costWei, lockedForEver, creatorWei, protocolWei) = _costOf(TokenTermsLib.ofThis(), _credits, totalSupply(), amount);
        lockedForEver -= amount;
    }

    /// @inheritdoc IPersonalToken
    function quoteSell(uint80 amount) external view returns (uint256 out, uint256 creatorWei, uint256 protocolWei) {
        if (amount == 0 || amount > totalSupply()) revert TokenErrors.TokenAmountRefused();
        return _proceedsOf(TokenTermsLib.ofThis(), _credits, totalSupply() - amount, amount);
    }

    /// @inheritdoc IPersonalToken
    function reserveOf(uint96 supply) external view returns (uint256) {
        if (supply >= Curve.Y0) revert TokenErrors.TokenAmountRefused();
        return Curve.reserveUp(supply, TokenTermsLib.ofThis().x0());
    }

    /// @inheritdoc IPersonalToken
    function spotPrice() external view returns (uint256) {
        uint256 x0 = TokenTermsLib.ofThis().x0();
        uint256 supply = totalSupply();
        return (x0 + Curve.reserveUp(supply, x0)) * 1 ether / (Curve.Y0 - supply);
    }

    /// @inheritdoc IPersonalToken
    function owed() external view returns (uint256 creatorWei, uint256 protocolWei) {
        return (_credits.creatorWei(), _credits.protocolWei());
    }

    /// @dev What a value buys. Fees first; then the largest supply whose reserve the rest can carry.
    function _mintable(TokenTerms terms_, Credits credits_, uint256 supply, uint256 valueWei)
        internal
        pure
        returns (uint256 minted, uint256 creatorWei, uint256 protocolWei)
    {
        if (valueWei > Curve.MAX_WEI) revert TokenErrors.TokenAmountRefused();
        uint256 x0 = terms_.x0();
        unchecked {
            uint256 reserve = Curve.reserveUp(supply, x0);
            protocolWei = TokenFees.feeDown(valueWei, terms_.protocolBps());
            creatorWei = TokenFees.feeDown(valueWei, _creatorBps(terms_, credits_));
            uint256 next = Curve.supplyDown(reserve + valueWei - protocolWei - creatorWei, x0);
            minted = next - supply;
            if (minted == 0) revert TokenErrors.TokenAmountRefused();
            creatorWei = valueWei - protocolWei - (Curve.reserveUp(next, x0) - reserve);
        }
    }

    /// @dev The least round sum whose rest after fees carries the tokens, with those the launch locks on top.
    function _costOf(TokenTerms terms_, Credits credits_, uint256 supply, uint256 amount)
        internal
        view
        returns (uint256 costWei, uint256 minted, uint256 creatorWei, uint256 protocolWei)
    {
        if (amount >= Curve.Y0) revert TokenErrors.TokenAmountRefused();
        unchecked {
            uint256 shareBps = terms_.launchShareBps();
            minted = shareBps == 0 ? amount : _divUp(amount * TokenFees.BPS, TokenFees.BPS - shareBps);
            if (minted == 0 || minted >= Curve.Y0 - supply) revert TokenErrors.TokenAmountRefused();
            uint256 netWei = Curve.between(supply, supply + minted, terms_.x0());
            uint256 protocolBps = terms_.protocolBps();
            costWei = _divUp(netWei * TokenFees.BPS, TokenFees.BPS - protocolBps - _creatorBps(terms_, credits_));
            if (costWei > Curve.MAX_WEI) revert TokenErrors.TokenAmountRefused();
            protocolWei = TokenFees.feeDown(costWei, protocolBps);
            creatorWei = costWei - protocolWei - netWei;
        }
    }

    /// @dev What tokens fetch when `left` remain: the fall of the reserve, less fees.
    function _proceedsOf(TokenTerms terms_, Credits credits_, uint256 left, uint256 amount)
        internal
        pure
        returns (uint256 out, uint256 creatorWei, uint256 protocolWei)
    {
        uint256 x0 = terms_.x0();
        unchecked {
            uint256 grossWei = Curve.between(left, left + amount, x0);
            protocolWei = TokenFees.feeDown(grossWei, terms_.protocolBps());
            creatorWei = TokenFees.feeDown(grossWei, _creatorBps(terms_, credits_));
            out = grossWei - protocolWei - creatorWei;
        }
    }

    function _creatorBps(TokenTerms terms_, Credits credits_) internal pure returns (uint256) {
        unchecked {
            return terms_.firstCreatorBps() - credits_.loweredBps();
        }
    }

    function _divUp(uint256 a, uint256 b) private pure returns (uint256) {
        unchecked {
            return (a + b - 1) / b;
        }
    }
}
