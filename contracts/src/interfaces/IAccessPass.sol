// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC5643} from "./IERC5643.sol";

/// @title The Access Passes of one creator: an ERC-721 whose tokens, and nothing else, grant access.
/// @notice A pass grants access to `ownerOf(id)` while `isActive(id)`. Selling the pass sells the access.
interface IAccessPass is IERC5643 {
    /// @notice The terms of a tier. `durationS` 0 is for life; `maxSupply` 2^32-1 is open.
    struct TierTerms {
        uint256 priceWei;
        uint256 durationS;
        uint256 maxSupply;
        uint256 minted;
        uint256 perks;
        uint256 flags;
    }

    /// @notice The creator set or changed a tier.
    event TierSet(
        uint256 indexed tierId, uint256 priceWei, uint256 durationS, uint256 maxSupply, uint256 perks, uint256 flags
    );

    /// @notice A pass was bought or renewed for `amountWei`, of which `feeWei` is the platform's.
    event PassPaid(uint256 indexed tokenId, address indexed payer, uint256 amountWei, uint256 feeWei, bytes32 ref);

    /// @notice Money left the contract: to the creator, or to the platform's fee recipient.
    event Withdrawn(address indexed to, uint256 amountWei);

    /// @notice Sets the terms on which passes of a tier are sold from now on; creator only.
    /// @dev Until the first sale anything may change. After it the supply may only fall (never below what is sold),
    /// perks may only be added, the duration may not shrink and the tier cannot become soulbound. The price is free:
    /// buyers are guarded by `maxPriceWei`. A buyer of the very first pass trusts the other terms as read.
    function setTier(uint32 tierId, uint96 priceWei, uint32 durationS, uint32 maxSupply, uint56 perks, uint8 flags)
        external;

    /// @notice Buys one pass of a tier for `to`; the value must be the price, and the price at most `maxPriceWei`.
    /// @dev Makes no call to `to`, so a receiver cannot re-enter.
    function mint(uint32 tierId, address to, uint256 maxPriceWei, bytes32 ref) external payable returns (uint256 id);

    /// @notice Extends a pass by whole periods from its expiry, or from now if it has lapsed. Anyone may pay; the
    /// owner stays who it is. `maxPriceWei` bounds the total.
    function renew(uint256 id, uint16 periods, uint256 maxPriceWei, bytes32 ref) external payable;

    /// @notice Sends the creator everything owed to the creator; anyone may call.
    function withdraw() external;

    /// @notice Sends the factory's fee recipient everything owed to the platform; anyone may call.
    function withdrawFees() external;

    /// @notice Whether the pass grants access to its owner now.
    function isActive(uint256 id) external view returns (bool);

    /// @notice Counts the moves (and cancellations) of a pass: an offer that names it dies when it changes.
    function nonceOf(uint256 id) external view returns (uint32);

    /// @notice The terms of a tier; all zero if it was never set.
    function tierOf(uint32 tierId) external view returns (TierTerms memory);

    /// @notice What `withdraw` and `withdrawFees` would send. Their sum is the balance, always.
    function owed() external view returns (uint256 creatorWei, uint256 platformWei);

    /// @notice Whose passes these are.
    function creator() external view returns (address);

    /// @notice The factory that made this collection.
    function factory() external view returns (address);

    /// @notice ERC-2981: 5 % of a resale, to the creator.
    function royaltyInfo(uint256 id, uint256 salePriceWei) external view returns (address receiver, uint256 amountWei);
}
