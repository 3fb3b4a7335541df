// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC721} from "solady/tokens/ERC721.sol";
import {LibClone} from "solady/utils/LibClone.sol";
import {LibString} from "solady/utils/LibString.sol";
import {SafeTransferLib} from "solady/utils/SafeTransferLib.sol";
import {IAccessPass} from "./interfaces/IAccessPass.sol";
import {IERC5643} from "./interfaces/IERC5643.sol";
import {IPassFactory} from "./interfaces/IPassFactory.sol";
import {Errors} from "./libraries/Errors.sol";
import {Fees} from "./libraries/Fees.sol";
import {Holding, Holdings} from "./libraries/Holding.sol";
import {Tier, Tiers} from "./libraries/Tier.sol";

/// @title The Access Passes of one creator.
/// @dev A clone per creator. tokenId = tierId << 32 | serial, so there is no counter slot. Owner, expiry, move count
/// and flags share one slot, so an access check is one read. Sales write no account of money: see {owed}.
contract AccessPass is ERC721, IAccessPass {
    mapping(uint256 tierId => Tier) private _tiers;

    /// @dev Both halves only grow: creator128 in the high bits, platform128 in the low.
    uint256 private _paidOut;

    address private immutable _FACTORY = msg.sender;

    /// @inheritdoc IAccessPass
    function setTier(uint32 tierId, uint96 priceWei, uint32 durationS, uint32 maxSupply, uint56 perks, uint8 flags)
        external
    {
        // The factory speaks only in createWithTier, and only to the collection of its own caller.
        if (msg.sender != creator() && msg.sender != _FACTORY) revert Errors.NotCreator();
        if (priceWei % Fees.PRICE_STEP_WEI != 0) revert Errors.PriceNotWhole();
        if (maxSupply == 0) revert Errors.SupplyRefused();
        if (flags & ~Tiers.KNOWN_FLAGS != 0) revert Errors.FlagsUnknown();
        Tier old = _tiers[tierId];
        Tier next = Tiers.pack(priceWei, durationS, maxSupply, uint32(old.minted()), perks, flags);
        if (old.minted() != 0) _mustKeepPromises(old, next);
        _tiers[tierId] = next;
        emit TierSet(tierId, priceWei, durationS, maxSupply, perks, flags);
    }

    /// @inheritdoc IAccessPass
    function mint(uint32 tierId, address to, uint256 maxPriceWei, bytes32 ref) external payable returns (uint256 id) {
        Tier tier = _tiers[tierId];
        if (tier.minted() >= tier.maxSupply()) {
            if (tier.maxSupply() == 0) revert Errors.TierUnknown();
            revert Errors.SoldOut();
        }
        uint256 priceWei = tier.priceWei();
        _mustPay(priceWei, maxPriceWei);
        _tiers[tierId] = tier.withOneMoreMinted();
        unchecked {
            id = uint256(tierId) << 32 | (tier.minted() + 1);
            uint256 durationS = tier.durationS();
            uint256 expiry = durationS == 0 ? Holdings.LIFETIME : block.timestamp + durationS;
            // No id is ever given twice: the serial only grows, so the unchecked mint overwrites nobody.
            _mintAndSetExtraDataUnchecked(to, id, Holding.unwrap(Holdings.start(expiry, tier.flags())));
            emit PassPaid(id, msg.sender, priceWei, Fees.platformFeeDown(priceWei), ref);
            if (durationS != 0) emit SubscriptionUpdate(id, uint64(expiry));
        }
    }

    /// @inheritdoc IAccessPass
    function renew(uint256 id, uint16 periods, uint256 maxPriceWei, bytes32 ref) external payable {
        _renew(id, _tiers[id >> 32], periods, maxPriceWei, ref);
    }

    /// @inheritdoc IERC5643
    function renewSubscription(uint256 id, uint64 duration) external payable {
        Tier tier = _tiers[id >> 32];
        uint256 durationS = tier.durationS();
        if (durationS == 0) revert Errors.NotRenewable();
        if (duration % durationS != 0) revert Errors.PeriodsRefused();
        uint256 periods = duration / durationS;
        if (periods > type(uint16).max) revert Errors.PeriodsRefused();
        // No bound is needed: the value sent must be the price, whatever it is now.
        _renew(id, tier, periods, type(uint256).max, "");
    }

    /// @inheritdoc IERC5643
    /// @dev Also counts as a move, so that nobody can sell a pass and end it in the same breath.
    function cancelSubscription(uint256 id) external {
        if (msg.sender != ownerOf(id)) revert Errors.NotPassOwner();
        Holding holding = _holding(id);
        if (holding.expiry() == Holdings.LIFETIME) revert Errors.NotRenewable();
        if (holding.expiry() <= block.timestamp) return;
        _setExtraData(id, Holding.unwrap(holding.withExpiry(block.timestamp).withNextNonce()));
        emit SubscriptionUpdate(id, uint64(block.timestamp));
    }

    /// @inheritdoc IAccessPass
    /// @dev Checks, effects, interactions: the counter moves before the money, so a re-entrant call finds nothing.
    function withdraw() external {
        (uint256 amountWei,) = owed();
        if (amountWei == 0) revert Errors.NothingOwed();
        _paidOut += amountWei << 128;
        _send(creator(), amountWei);
    }

    /// @inheritdoc IAccessPass
    function withdrawFees() external {
        (, uint256 amountWei) = owed();
        if (amountWei == 0) revert Errors.NothingOwed();
        _paidOut += amountWei;
        _send(IPassFactory(_FACTORY).feeRecipient(), amountWei);
    }

    /// @dev The standard lets approvals take money; here it would be counted as a sale, so it is refused.
    function approve(address account, uint256 id) public payable override {
        if (msg.value != 0) revert Errors.NoValueHere();
        super.approve(account, id);
    }

    /// @inheritdoc IAccessPass
    function isActive(uint256 id) external view returns (bool) {
        return _holding(id).expiry() > block.timestamp;
    }

    /// @inheritdoc IERC5643
    function expiresAt(uint256 id) external view returns (uint64) {
        uint256 expiry = _mustExist(id).expiry();
        return expiry == Holdings.LIFETIME ? type(uint64).max : uint64(expiry);
    }

    /// @inheritdoc IERC5643
    function isRenewable(uint256 id) external view returns (bool) {
        return _isRenewable(_mustExist(id), _tiers[id >> 32]);
    }

    /// @inheritdoc IAccessPass
    function nonceOf(uint256 id) external view returns (uint32) {
        return _mustExist(id).nonce();
    }

    /// @inheritdoc IAccessPass
    function tierOf(uint32 tierId) external view returns (TierTerms memory) {
        Tier tier = _tiers[tierId];
        return TierTerms(tier.priceWei(), tier.durationS(), tier.maxSupply(), tier.minted(), tier.perks(), tier.flags());
    }

    /// @inheritdoc IAccessPass
    /// @dev All that ever came in is the balance plus what was paid out; the platform's share of it is exact because
    /// prices are whole steps. Both shares grow with what came in, so neither subtraction can underflow.
    function owed() public view returns (uint256 creatorWei, uint256 platformWei) {
        uint256 toCreator = _paidOut >> 128;
        uint256 toPlatform = uint128(_paidOut);
        uint256 received = address(this).balance + toCreator + toPlatform;
        uint256 platformShare = Fees.platformFeeDown(received);
        creatorWei = received - platformShare - toCreator;
        platformWei = platformShare - toPlatform;
    }

    /// @inheritdoc IAccessPass
    function creator() public view returns (address) {
        return address(bytes20(LibClone.argsOnClone(address(this), 0, 20)));
    }

    /// @inheritdoc IAccessPass
    function factory() external view returns (address) {
        return _FACTORY;
    }

    /// @inheritdoc IAccessPass
    function royaltyInfo(uint256, uint256 salePriceWei) external view returns (address, uint256) {
        return (creator(), Fees.royaltyDown(salePriceWei));
    }

    /// @notice ERC-165: ERC-721 with metadata, ERC-2981 and ERC-5643.
    function supportsInterface(bytes4 id) public view override returns (bool) {
        return id == type(IERC5643).interfaceId || id == 0x2a55205a || super.supportsInterface(id);
    }

    /// @notice The same for every collection; the creator's name lives on the profile.
    function name() public pure override returns (string memory) {
        return "CoreFans Access Pass";
    }

    /// @notice The same for every collection.
    function symbol() public pure override returns (string memory) {
        return "PASS";
    }

    /// @notice A JSON document that names tier and serial, and claims nothing else.
    function tokenURI(uint256 id) public view override returns (string memory) {
        _mustExist(id);
        return string.concat(
            'data:application/json;utf8,{"name":"Access Pass, tier ',
            LibString.toString(id >> 32),
            ", no. ",
            LibString.toString(uint32(id)),
            '"}'
        );
    }

    /// @dev A sold pass may gain, never lose.
    function _mustKeepPromises(Tier old, Tier next) private pure {
        if (next.maxSupply() > old.maxSupply() || next.maxSupply() < old.minted()) revert Errors.SupplyRefused();
        bool losesPerks = old.perks() & ~next.perks() != 0;
        // Zero is for life. Subtracting one makes it the longest, so "shorter" is one comparison.
        bool isShorter;
        unchecked {
            isShorter = next.durationS() - 1 < old.durationS() - 1;
        }
        bool becomesBound = next.flags() & ~old.flags() & Tiers.SOULBOUND != 0;
        if (losesPerks || isShorter || becomesBound) revert Errors.PromiseBroken();
    }

    function _renew(uint256 id, Tier tier, uint256 periods, uint256 maxPriceWei, bytes32 ref) private {
        Holding holding = _mustExist(id);
        if (!_isRenewable(holding, tier)) revert Errors.NotRenewable();
        if (periods == 0) revert Errors.PeriodsRefused();
        unchecked {
            // 96 + 16 bits and 40 + 32 + 16 bits: neither product can overflow.
            uint256 priceWei = tier.priceWei() * periods;
            _mustPay(priceWei, maxPriceWei);
            uint256 from = holding.expiry() > block.timestamp ? holding.expiry() : block.timestamp;
            uint256 expiry = from + tier.durationS() * periods;
            if (expiry >= Holdings.LIFETIME) revert Errors.PeriodsRefused();
            _setExtraData(id, Holding.unwrap(holding.withExpiry(expiry)));
            emit PassPaid(id, msg.sender, priceWei, Fees.platformFeeDown(priceWei), ref);
            emit SubscriptionUpdate(id, uint64(expiry));
        }
    }

    function _isRenewable(Holding holding, Tier tier) private pure returns (bool) {
        return holding.expiry() != Holdings.LIFETIME && tier.durationS() != 0 && tier.flags() & Tiers.NON_RENEWABLE == 0;
    }

    function _mustPay(uint256 priceWei, uint256 maxPriceWei) private view {
        if (priceWei > maxPriceWei) revert Errors.PriceMoved(priceWei, maxPriceWei);
        if (msg.value != priceWei) revert Errors.WrongValue(msg.value, priceWei);
    }

    function _send(address to, uint256 amountWei) private {
        emit Withdrawn(to, amountWei);
        SafeTransferLib.safeTransferETH(to, amountWei);
    }

    /// @dev Runs before each move (a mint comes from zero and is not one). The nonce lives in the owner's slot, which
    /// the move writes anyway.
    function _beforeTokenTransfer(address from, address, uint256 id) internal override {
        if (from == address(0)) return;
        if (msg.value != 0) revert Errors.NoValueHere();
        Holding holding = _holding(id);
        if (holding.has(Tiers.SOULBOUND)) revert Errors.Soulbound();
        _setExtraData(id, Holding.unwrap(holding.withNextNonce()));
    }

    function _mustExist(uint256 id) private view returns (Holding holding) {
        holding = _holding(id);
        if (holding.expiry() == 0) revert TokenDoesNotExist();
    }

    function _holding(uint256 id) private view returns (Holding) {
        return Holding.wrap(_getExtraData(id));
    }
}
