// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC4906} from "./IERC4906.sol";
import {IERC5643} from "./IERC5643.sol";
import {IPassMoves} from "./IPassMoves.sol";

/// @title The Access Passes of one creator: an ERC-721 whose tokens, and nothing else, grant access.
/// @notice A pass grants access to `accessHolderOf(id)`. Selling the pass sells the access.
interface IAccessPass is IPassMoves, IERC5643, IERC4906 {
    /// @notice The terms of a tier. `durationS` 0 is for life; `maxSupply` 2^32-1 is open; `payToken` zero is the
    /// native coin; `graceS` is how long access outlives the expiry.
    struct TierTerms {
        uint256 price;
        uint256 durationS;
        uint256 maxSupply;
        uint256 minted;
        uint256 perks;
        uint256 royaltyBps;
        uint256 graceS;
        uint256 flags;
        address payToken;
    }

    /// @notice The creator's word that `to` (zero: whoever brings it) may have one pass of a tier at `price`.
    struct Voucher {
        uint32 tierId;
        address to;
        uint256 price;
        uint256 nonce;
        uint256 deadline;
    }

    /// @notice A permit for exactly the price agreed to; a permit that somebody else has already used is no obstacle.
    struct Permit {
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice The creator set or changed a tier. `terms` is the word of {Tier} with the tier's id in the place of
    /// `minted`; the price is in the native coin unless its IN_TOKEN flag is set, which {PayTokenSet} explains.
    event TierSet(uint256 terms);

    /// @notice The prices of a tier are in this ERC-20, while IN_TOKEN is set. Comes before {TierSet}.
    event PayTokenSet(uint256 indexed tierId, address payToken);

    /// @notice A pass was bought or renewed: `payer` paid `amount` of `token` (zero: the native coin) into this
    /// contract, of which `fee` is the platform's and the rest the creator's. Nothing left the contract.
    event PassPaid(
        uint256 indexed tokenId, address indexed payer, address token, uint256 amount, uint256 fee, bytes32 ref
    );

    /// @notice `amount` of `token` left the contract: the platform's fees if `isFee`, else the creator's money.
    event Withdrawn(address indexed to, address indexed token, uint256 amount, bool isFee);

    /// @notice The owner spent the single use of a pass; `ref` says on what.
    event Consumed(uint256 indexed tokenId, address indexed owner, bytes32 ref);

    /// @notice A voucher became a pass.
    event VoucherUsed(uint256 indexed nonce, uint256 indexed tokenId);

    /// @notice The creator withdrew the vouchers of a word whose bits are set in `mask`.
    event VouchersCancelled(uint256 word, uint256 mask);

    /// @notice Sets the terms on which passes of a tier are sold from now on; creator only.
    /// @dev Until the first sale anything may change. After it the supply may only fall (never below what is sold),
    /// perks and grace only grow, the duration may not shrink or become a lifetime, passes may not become unrenewable or
    /// harder to pass on, the pay token and the single use stay. The price is free: buyers are guarded by `maxPrice`. Royalty, grace and transfer policy count
    /// for passes sold from now on. A buyer of the very first pass trusts the other terms as read.
    /// @param terms the word of {Tier}, in which the tier's id stands in the place of `minted`.
    /// @param payToken the ERC-20 of the price where `terms` say IN_TOKEN, else zero.
    function setTier(uint256 terms, address payToken) external;

    /// @notice Buys one pass of a tier for `to`; the value (or the allowance) must cover the price, and the price may be
    /// at most `maxPrice`.
    /// @dev Makes no call to `to`, so a receiver cannot re-enter.
    function mintTier(uint256 tierId, address to, uint256 maxPrice, bytes32 ref) external payable returns (uint256 id);

    /// @notice The same, paid by a permit of the caller for `maxPrice` of the pay token.
    function mintWithPermit(uint256 tierId, address to, uint256 maxPrice, bytes32 ref, Permit calldata permit)
        external
        returns (uint256 id);

    /// @notice Turns a voucher signed by the creator into a pass, once, for the voucher's price.
    function mintFor(Voucher calldata voucher, bytes calldata signature, bytes32 ref)
        external
        payable
        returns (uint256 id);

    /// @notice Withdraws unused vouchers; creator only.
    function cancelVouchers(uint256 word, uint256 mask) external;

    /// @notice Extends a pass by whole periods from its expiry; if its grace is over too, from now less the grace that it
    /// used, which is owed. So it takes `leastPeriods` at least, and a pass that was ended has its grace again. Anyone may pay;
    /// the owner stays who it is. `maxPrice` bounds the total. Listings of the pass end: they were for less time.
    function renew(uint256 id, uint256 periods, uint256 maxPrice, bytes32 ref) external payable;

    /// @notice The same, paid by a permit of the caller for `maxPrice` of the pay token.
    function renewWithPermit(uint256 id, uint256 periods, uint256 maxPrice, bytes32 ref, Permit calldata permit)
        external;

    /// @notice Spends the single use of a CONSUMABLE pass; its owner only, while it is not lent.
    function consume(uint256 id, bytes32 ref) external;

    /// @notice Sends the creator everything owed to the creator in `token` (zero: native); anyone may call.
    function withdraw(address token) external;

    /// @notice Sends the factory's fee recipient everything owed to the platform in `token`; anyone may call.
    function withdrawFees(address token) external;

    /// @notice Whether the pass grants access now: until its expiry and the grace after it.
    function isActive(uint256 id) external view returns (bool);

    /// @notice When access ends unless somebody renews: expiry and grace; zero once consumed.
    function activeUntil(uint256 id) external view returns (uint256);

    /// @notice The fewest periods that `renew` takes now: more than one where the grace that was used is longer than a
    /// period; zero for a pass that cannot be renewed.
    function leastPeriods(uint256 id) external view returns (uint256);

    /// @notice The terms of a tier; all zero if it was never set.
    function tierOf(uint32 tierId) external view returns (TierTerms memory);

    /// @notice What `withdraw` and `withdrawFees` would send. Their sum is the balance, always.
    function owed(address token) external view returns (uint256 toCreator, uint256 toPlatform);

    /// @notice Whether a voucher with this nonce was used or withdrawn.
    function isVoucherSpent(uint256 nonce) external view returns (bool);

    /// @notice The factory that made this collection.
    function factory() external view returns (address);

    /// @notice ERC-2981: the royalty the pass was sold with (before that, its tier's), to the creator.
    function royaltyInfo(uint256 id, uint256 salePrice) external view returns (address receiver, uint256 amount);
}
