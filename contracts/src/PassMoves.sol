// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC721} from "solady/tokens/ERC721.sol";
import {LibClone} from "solady/utils/LibClone.sol";
import {PassStore} from "./PassStore.sol";
import {IERC4907} from "./interfaces/IERC4907.sol";
import {IPassMoves} from "./interfaces/IPassMoves.sol";
import {Errors} from "./libraries/Errors.sol";
import {Holding, Holdings} from "./libraries/Holding.sol";
import {PassErrors} from "./libraries/PassErrors.sol";

/// @title How passes change hands: gifts, sales through the market, loans.
abstract contract PassMoves is PassStore, IPassMoves {
    uint256 private constant MAX_LOAN_S = 30 days;

    /// @inheritdoc IPassMoves
    address public immutable market;

    /// @dev user160 | expires64 from the lowest bit up; read only behind the LENT flag.
    mapping(uint256 id => uint256) private _loans;

    constructor(address market_) {
        market = market_;
    }

    /// @notice A gift by the owner, or for OPEN passes a move by anyone whom the owner approved.
    /// @dev Refuses: SOULBOUND, a pass on loan, an operator where the policy is MARKETS_ONLY, a second gift within 24 h.
    function transferFrom(address from, address to, uint256 id) public payable override {
        if (msg.value != 0) revert Errors.NoValueHere();
        (address owner, Holding holding) = _load(id);
        holding = _mustBeFree(id, owner, from, holding);
        if (holding.has(Holdings.OPEN)) {
            if (!_isApprovedOrOwner(msg.sender, id)) revert NotOwnerNorApproved();
            if (_getApproved(id) != address(0)) _approve(address(0), id);
        } else {
            if (msg.sender != from) revert PassErrors.OperatorRefused();
            holding = holding.withGift(block.timestamp);
        }
        _move(from, to, id, holding.withNextNonce());
    }

    /// @inheritdoc IPassMoves
    function moveSold(uint256 id, address from, address to, uint256 nonce, uint256 minExpiry)
        external
        returns (address royaltyTo, uint256 royaltyBps)
    {
        if (msg.sender != market) revert PassErrors.NotMarket();
        (address owner, Holding holding) = _load(id);
        if (nonce != holding.nonce() && nonce != type(uint256).max) revert PassErrors.PassChanged();
        if (holding.activeUntil() <= block.timestamp || !holding.lastsUntil(minExpiry)) revert PassErrors.PassLapsed();
        holding = _mustBeFree(id, owner, from, holding);
        if (holding.has(Holdings.OPEN) && _getApproved(id) != address(0)) _approve(address(0), id);
        _move(from, to, id, holding.withNextNonce());
        return (creator(), holding.royaltyBps());
    }

    /// @notice Lets an account approve itself a mover; refused where only the market may be one.
    /// @dev The standard lets approvals take money; here it would be counted as a sale, so it is refused.
    function approve(address account, uint256 id) public payable override {
        if (msg.value != 0) revert Errors.NoValueHere();
        // So the approval of such a pass is always empty, and its moves need not read it.
        if (!_mustExist(id).has(Holdings.OPEN)) revert PassErrors.OperatorRefused();
        super.approve(account, id);
    }

    /// @inheritdoc IERC4907
    /// @dev Lending and returning count as moves, so that offers made before die.
    function setUser(uint256 id, address user, uint64 expires) external {
        (address owner, Holding holding) = _load(id);
        if (_isOnLoan(id, holding)) {
            if (msg.sender != userOf(id) || user != address(0)) revert PassErrors.PassLent();
        } else if (msg.sender != owner) {
            revert Errors.NotPassOwner();
        }
        holding = holding.without(Holdings.LENT).withNextNonce();
        if (user == address(0)) {
            expires = 0;
        } else {
            if (holding.has(Holdings.SOULBOUND)) revert Errors.Soulbound();
            if (expires <= block.timestamp || user == owner) revert PassErrors.LoanRefused();
            // A loan for ever, or one that outlives the pass, would be a sale that pays no royalty.
            if (expires > block.timestamp + MAX_LOAN_S || expires > holding.expiry()) revert PassErrors.LoanTooLong();
            holding = holding.with(Holdings.LENT);
        }
        _loans[id] = uint256(expires) << 160 | uint160(user);
        _set(id, holding);
        emit UpdateUser(id, user, expires);
    }

    /// @inheritdoc IERC4907
    function userOf(uint256 id) public view returns (address) {
        return _isOnLoan(id, _holding(id)) ? address(uint160(_loans[id])) : address(0);
    }

    /// @inheritdoc IERC4907
    function userExpires(uint256 id) external view returns (uint256) {
        return _holding(id).has(Holdings.LENT) ? _loans[id] >> 160 : 0;
    }

    /// @inheritdoc IPassMoves
    function accessHolderOf(uint256 id) external view returns (address) {
        if (_mustExist(id).activeUntil() <= block.timestamp) return address(0);
        address user = userOf(id);
        return user == address(0) ? ownerOf(id) : user;
    }

    /// @inheritdoc IPassMoves
    function policyOf(uint256 id) external view returns (Policy) {
        Holding holding = _mustExist(id);
        if (holding.has(Holdings.SOULBOUND)) return Policy.SOULBOUND;
        return holding.has(Holdings.OPEN) ? Policy.OPEN : Policy.MARKETS_ONLY;
    }

    /// @inheritdoc IPassMoves
    function giftableAt(uint256 id) external view returns (uint256) {
        return _mustExist(id).giftableAt(block.timestamp);
    }

    /// @inheritdoc IPassMoves
    function getTransferValidator() external view returns (address) {
        return market;
    }

    /// @inheritdoc IPassMoves
    function nonceOf(uint256 id) external view returns (uint32) {
        return _mustExist(id).nonce();
    }

    /// @inheritdoc IPassMoves
    /// @dev The clone's own code carries the creator behind 0x2d bytes of proxy.
    function creator() public view returns (address who) {
        /// @solidity memory-safe-assembly
        assembly {
            extcodecopy(address(), 0x0c, 0x2d, 0x14)
            who := shr(96, mload(0x0c))
        }
    }

    function _isOnLoan(uint256 id, Holding holding) internal view returns (bool) {
        return holding.has(Holdings.LENT) && _loans[id] >> 160 > block.timestamp;
    }

    /// @dev The holding of a pass that may leave `from`, without the mark of a loan that is over.
    function _mustBeFree(uint256 id, address owner, address from, Holding holding) private view returns (Holding) {
        if (owner != from) {
            if (owner == address(0)) revert TokenDoesNotExist();
            revert TransferFromIncorrectOwner();
        }
        if (holding.has(Holdings.SOULBOUND)) revert Errors.Soulbound();
        if (!holding.has(Holdings.LENT)) return holding;
        if (_isOnLoan(id, holding)) revert PassErrors.PassLent();
        return holding.without(Holdings.LENT);
    }
}
