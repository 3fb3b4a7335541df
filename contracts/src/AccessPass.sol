// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EIP712} from "solady/utils/EIP712.sol";
import {LibBitmap} from "solady/utils/LibBitmap.sol";
import {PassMoves} from "./PassMoves.sol";
import {PassTill} from "./PassTill.sol";
import {IAccessPass} from "./interfaces/IAccessPass.sol";
import {IERC4907} from "./interfaces/IERC4907.sol";
import {IERC5643} from "./interfaces/IERC5643.sol";
import {Errors} from "./libraries/Errors.sol";
import {Fees} from "./libraries/Fees.sol";
import {Holding, Holdings} from "./libraries/Holding.sol";
import {PassErrors} from "./libraries/PassErrors.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {Tier, Tiers} from "./libraries/Tier.sol";

/// @title The Access Passes of one creator.
/// @dev A clone per creator. tokenId = tierId << 32 | serial, so there is no counter slot. Owner, expiry, move count
/// and state share one slot ({Holding}), so an access check is one read.
contract AccessPass is PassTill, EIP712 {
    using LibBitmap for LibBitmap.Bitmap;

    bytes32 private constant VOUCHER =
        keccak256("Voucher(uint32 tierId,address to,uint256 price,uint256 nonce,uint256 deadline)");

    mapping(uint256 tierId => Tier) private _tiers;
    LibBitmap.Bitmap private _spentVouchers;
    /// @dev What of its grace a pass had used when its owner cancelled it; read only behind the CANCELLED flag.
    mapping(uint256 id => uint256) private _graceUsedS;

    constructor(address market_) PassMoves(market_) {}

    /// @inheritdoc IAccessPass
    function setTier(uint256 terms, address payToken) external {
        // The factory speaks only in createWithTier, and only to the collection of its own caller.
        if (msg.sender != creator() && msg.sender != _FACTORY) revert Errors.NotCreator();
        (uint256 tierId, Tier next) = Tiers.fromTerms(terms);
        Tier old = _tiers[tierId];
        if (next.has(Tiers.IN_TOKEN) || payToken != address(0)) _setPayToken(tierId, payToken, old, next);
        emit TierSet(terms);
        if (old.minted() != 0) {
            old.mustKeep(next);
            next = Tier.wrap(Tier.unwrap(next) | old.minted() << 160);
            emit BatchMetadataUpdate(tierId << 32 | 1, tierId << 32 | old.minted());
        }
        _tiers[tierId] = next;
    }

    /// @inheritdoc IAccessPass
    function mintTier(uint256 tierId, address to, uint256 maxPrice, bytes32 ref) external payable returns (uint256) {
        Tier tier = _tiers[tierId];
        return _mintPass(tierId, tier, to, tier.priceWei(), maxPrice, ref);
    }

    /// @inheritdoc IAccessPass
    function mintWithPermit(uint256 tierId, address to, uint256 maxPrice, bytes32 ref, Permit calldata permit)
        external
        returns (uint256)
    {
        _permit(tierId, maxPrice, permit);
        Tier tier = _tiers[tierId];
        return _mintPass(tierId, tier, to, tier.priceWei(), maxPrice, ref);
    }

    /// @inheritdoc IAccessPass
    function mintFor(Voucher calldata voucher, bytes calldata signature, bytes32 ref)
        external
        payable
        returns (uint256 id)
    {
        if (block.timestamp > voucher.deadline) revert PassErrors.VoucherExpired();
        if (voucher.price % Fees.PRICE_STEP_WEI != 0) revert Errors.PriceNotWhole();
        bytes32 words = keccak256(
            abi.encode(VOUCHER, voucher.tierId, voucher.to, voucher.price, voucher.nonce, voucher.deadline)
        );
        Signatures.mustBeBy(creator(), _hashTypedData(words), signature);
        // A set bit that was set already comes back as false.
        if (!_spentVouchers.toggle(voucher.nonce)) revert PassErrors.VoucherSpent();
        address to = voucher.to == address(0) ? msg.sender : voucher.to;
        id = _mintPass(voucher.tierId, _tiers[voucher.tierId], to, voucher.price, voucher.price, ref);
        emit VoucherUsed(voucher.nonce, id);
    }

    /// @inheritdoc IAccessPass
    function cancelVouchers(uint256 word, uint256 mask) external {
        if (msg.sender != creator()) revert Errors.NotCreator();
        _spentVouchers.map[word] |= mask;
        emit VouchersCancelled(word, mask);
    }

    /// @inheritdoc IAccessPass
    function renew(uint256 id, uint256 periods, uint256 maxPrice, bytes32 ref) external payable {
        _renew(id, _tiers[id >> 32], periods, maxPrice, ref);
    }

    /// @inheritdoc IAccessPass
    function renewWithPermit(uint256 id, uint256 periods, uint256 maxPrice, bytes32 ref, Permit calldata permit)
        external
    {
        _permit(id >> 32, maxPrice, permit);
        _renew(id, _tiers[id >> 32], periods, maxPrice, ref);
    }

    /// @inheritdoc IERC5643
    function renewSubscription(uint256 id, uint64 duration) external payable {
        Tier tier = _tiers[id >> 32];
        uint256 durationS = tier.durationS();
        if (durationS == 0 || tier.has(Tiers.IN_TOKEN)) revert Errors.NotRenewable();
        if (duration % durationS != 0) revert Errors.PeriodsRefused();
        // No bound is needed: the value sent must be the price, whatever it is now.
        _renew(id, tier, duration / durationS, type(uint256).max, "");
    }

    /// @inheritdoc IERC5643
    /// @dev Also counts as a move, so that nobody can sell a pass and end it in the same breath.
    function cancelSubscription(uint256 id) external {
        Holding holding = _mustBeOwnersAlone(id);
        if (holding.expiry() == Holdings.LIFETIME) revert Errors.NotRenewable();
        if (holding.activeUntil() <= block.timestamp) return;
        if (holding.expiry() > block.timestamp) holding = holding.withExpiry(block.timestamp);
        else _graceUsedS[id] = block.timestamp - holding.expiry();
        _set(id, holding.with(Holdings.CANCELLED).withNextNonce());
        emit SubscriptionUpdate(id, uint64(holding.expiry()));
        emit MetadataUpdate(id);
    }

    /// @inheritdoc IAccessPass
    function consume(uint256 id, bytes32 ref) external {
        Holding holding = _mustBeOwnersAlone(id);
        bool isGood = _tiers[id >> 32].has(Tiers.CONSUMABLE) && holding.activeUntil() > block.timestamp;
        if (!isGood) revert PassErrors.NotConsumable();
        _set(id, holding.with(Holdings.CONSUMED).withNextNonce());
        emit Consumed(id, msg.sender, ref);
        emit MetadataUpdate(id);
    }

    /// @inheritdoc IAccessPass
    function isActive(uint256 id) external view returns (bool) {
        return _holding(id).activeUntil() > block.timestamp;
    }

    /// @inheritdoc IAccessPass
    function activeUntil(uint256 id) external view returns (uint256) {
        return _mustExist(id).activeUntil();
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
    function leastPeriods(uint256 id) external view returns (uint256) {
        Holding holding = _mustExist(id);
        Tier tier = _tiers[id >> 32];
        if (!_isRenewable(holding, tier)) return 0;
        uint256 from = _paidUntil(id, holding);
        return from > block.timestamp ? 1 : (block.timestamp - from) / tier.durationS() + 1;
    }

    /// @inheritdoc IAccessPass
    function tierOf(uint32 tierId) external view returns (TierTerms memory terms) {
        Tier tier = _tiers[tierId];
        terms = TierTerms({
            price: tier.priceWei(),
            durationS: tier.durationS(),
            maxSupply: tier.maxSupply(),
            minted: tier.minted(),
            perks: tier.perks(),
            royaltyBps: tier.royaltyUnits() * Tiers.ROYALTY_STEP_BPS,
            graceS: Tiers.graceOf(tier.flags() >> 5),
            flags: tier.flags(),
            payToken: tier.has(Tiers.IN_TOKEN) ? _payTokens[tierId] : address(0)
        });
    }

    /// @inheritdoc IAccessPass
    function isVoucherSpent(uint256 nonce) external view returns (bool) {
        return _spentVouchers.get(nonce);
    }

    /// @inheritdoc IAccessPass
    function factory() external view returns (address) {
        return _FACTORY;
    }

    /// @inheritdoc IAccessPass
    function royaltyInfo(uint256 id, uint256 salePrice) external view returns (address, uint256) {
        Holding holding = _holding(id);
        uint256 bps = holding.expiry() == 0
            ? _tiers[id >> 32].royaltyUnits() * Tiers.ROYALTY_STEP_BPS
            : holding.royaltyBps();
        return (creator(), Fees.shareDown(salePrice, bps));
    }

    /// @notice ERC-165: ERC-721 with metadata, ERC-2981, ERC-4906, ERC-4907 and ERC-5643.
    function supportsInterface(bytes4 id) public view override returns (bool) {
        return id == type(IERC5643).interfaceId || id == type(IERC4907).interfaceId || id == 0x2a55205a
            || id == 0x49064906 || super.supportsInterface(id);
    }

    function _setPayToken(uint256 tierId, address payToken, Tier old, Tier next) private {
        if (!next.has(Tiers.IN_TOKEN) || payToken == address(0)) revert Errors.FlagsUnknown();
        if (payToken == _payTokens[tierId]) return;
        // Once passes are sold, the promise of IN_TOKEN is that token's.
        if (old.minted() != 0) revert Errors.PromiseBroken();
        _payTokens[tierId] = payToken;
        emit PayTokenSet(tierId, payToken);
    }

    function _mintPass(uint256 tierId, Tier tier, address to, uint256 price, uint256 maxPrice, bytes32 ref)
        private
        returns (uint256 id)
    {
        if (tier.minted() >= tier.maxSupply()) {
            if (tier.maxSupply() == 0) revert Errors.TierUnknown();
            revert Errors.SoldOut();
        }
        // The supply moves before any token is called.
        _tiers[tierId] = tier.withOneMoreMinted();
        address token = _charge(tierId, tier, price, maxPrice);
        unchecked {
            id = tierId << 32 | (tier.minted() + 1);
            uint256 durationS = tier.durationS();
            uint256 expiry = durationS == 0 ? Holdings.LIFETIME : block.timestamp + durationS;
            // No id is ever given twice: the serial only grows, so the unchecked mint overwrites nobody.
            _mintAndSetExtraDataUnchecked(to, id, Holding.unwrap(Holdings.start(expiry, tier)));
            emit PassPaid(id, msg.sender, token, price, Fees.platformFeeDown(price), ref);
            if (durationS != 0) emit SubscriptionUpdate(id, uint64(expiry));
        }
    }

    function _renew(uint256 id, Tier tier, uint256 periods, uint256 maxPrice, bytes32 ref) private {
        Holding holding = _mustExist(id);
        if (!_isRenewable(holding, tier)) revert Errors.NotRenewable();
        if (periods == 0 || periods > type(uint16).max) revert Errors.PeriodsRefused();
        unchecked {
            // 96 + 16 bits and 34 + 32 + 16 bits: neither product can overflow.
            uint256 price = tier.priceWei() * periods;
            uint256 expiry = _paidUntil(id, holding) + tier.durationS() * periods;
            if (expiry >= Holdings.LIFETIME || expiry <= block.timestamp) revert Errors.PeriodsRefused();
            if (holding.has(Holdings.CANCELLED)) {
                delete _graceUsedS[id];
                holding = holding.without(Holdings.CANCELLED);
            }
            // Also counts as a move: who listed the pass listed the time that it had then.
            _set(id, holding.withExpiry(expiry).withNextNonce());
            address token = _charge(id >> 32, tier, price, maxPrice);
            emit PassPaid(id, msg.sender, token, price, Fees.platformFeeDown(price), ref);
            emit SubscriptionUpdate(id, uint64(expiry));
        }
    }

    /// @dev From when on a renewal counts. Days of grace are never given away: within them it counts from the expiry, and
    /// afterwards from as long before now as they lasted, since nobody shall fare better by waiting than by paying.
    function _paidUntil(uint256 id, Holding holding) private view returns (uint256) {
        if (holding.activeUntil() > block.timestamp) return holding.expiry();
        return block.timestamp - (holding.has(Holdings.CANCELLED) ? _graceUsedS[id] : holding.graceS());
    }

    function _isRenewable(Holding holding, Tier tier) private pure returns (bool) {
        bool isTimed = holding.expiry() != Holdings.LIFETIME && tier.durationS() != 0;
        return isTimed && !tier.has(Tiers.NON_RENEWABLE) && !holding.has(Holdings.CONSUMED);
    }

    /// @dev The holding of a pass that is the caller's and that nobody has borrowed.
    function _mustBeOwnersAlone(uint256 id) private view returns (Holding holding) {
        address owner;
        (owner, holding) = _load(id);
        if (owner == address(0)) revert TokenDoesNotExist();
        if (msg.sender != owner) revert Errors.NotPassOwner();
        if (_isOnLoan(id, holding)) revert PassErrors.PassLent();
    }

    function _domainNameAndVersion() internal pure override returns (string memory, string memory) {
        return ("CoreFans Access Pass", "1");
    }
}
