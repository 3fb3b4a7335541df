// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title The market of Access Passes: orders are signatures, and only their execution touches the chain.
/// @notice A listing is an Ask, an offer is a Bid. The price is what the buyer pays; the platform's fee (2.5 %) and the
/// pass's royalty are parts of it. PassMarket moves a pass on its owner's signature alone, so no approval is needed.
interface IPassMarket {
    /// @notice "I sell this pass for this price." It dies with the pass's next move, loan, use, renewal
    /// or cancellation, so it sells what was seen when it was signed.
    /// @param tokenNonce `nonceOf(id)` when it was signed.
    /// @param token the ERC-20 of the price, or zero for the native coin.
    /// @param minExpiry the pass must not expire before this (seconds); zero is no demand, and a lifetime pass meets all.
    /// A lapsed pass never sells.
    /// @param deadline the last second in which it can be filled.
    /// @param nonce names the order for `cancel`; several orders may share one, to die together.
    /// @param counter `counterOf(maker)` when it was signed.
    struct Ask {
        address maker;
        address nft;
        uint256 id;
        uint256 tokenNonce;
        uint256 price;
        address token;
        uint256 minExpiry;
        uint256 deadline;
        uint256 nonce;
        uint256 counter;
    }

    /// @notice "I buy such a pass for this price." Filled once; its nonce is used up with it.
    /// @param scope what the bid is for. 0: the pass `id`; 1: any pass of tier `id`; 2: any pass of the collection.
    /// @param token the ERC-20 to be taken from the maker's allowance; zero takes the maker's offer funds held here.
    /// @param minExpiry as an ask's; a pass that is in its grace fills no bid, whatever this says.
    struct Bid {
        address maker;
        address nft;
        uint8 scope;
        uint256 id;
        uint256 price;
        address token;
        uint256 minExpiry;
        uint256 deadline;
        uint256 nonce;
        uint256 counter;
    }

    /// @notice A pass changed hands. The whole money flow: `buyer` paid `price` of `token` (zero: the native coin).
    /// `royalty` went to `royaltyTo`, `fee` stayed in this contract for the platform, the rest went to `seller`.
    /// @param flags 1: the seller's part was credited, not sent ({claim}); 2: so was the royalty; 4: a bid was filled,
    /// so a native price came out of the buyer's offer funds.
    /// @param order the EIP-712 digest of the order.
    event Sale(
        address indexed nft,
        address indexed seller,
        address indexed buyer,
        uint256 id,
        address token,
        uint256 price,
        uint256 fee,
        address royaltyTo,
        uint256 royalty,
        uint256 flags,
        bytes32 order
    );

    /// @notice The maker's orders whose nonces are `word << 8 | bit`, for each set bit of `mask`, are dead.
    event OrdersCancelled(address indexed maker, uint256 word, uint256 mask);

    /// @notice All orders the maker signed for another counter are dead.
    event OrderCounterRaised(address indexed maker, uint256 counter);

    /// @notice `payer` put `amountWei` of the native coin into the offer funds of `account`.
    event OfferFundsAdded(address indexed account, address indexed payer, uint256 amountWei);

    /// @notice `account` took `amountWei` of its offer funds back.
    event OfferFundsTaken(address indexed account, uint256 amountWei);

    /// @notice `account` fetched `amount` of `token` that a sale had credited to it, to the address `to`.
    event SaleCreditClaimed(address indexed account, address indexed token, address to, uint256 amount);

    /// @notice The platform's fees in `token`, all of them, went to `to`.
    event MarketFeesWithdrawn(address indexed to, address indexed token, uint256 amount);

    /// @notice Fees now go to `recipient`.
    event MarketFeeRecipientSet(address indexed recipient);

    /// @notice Buys a listed pass for the caller. The value is the price, or zero where the price is in an ERC-20.
    function buyListed(Ask calldata ask, bytes calldata signature) external payable;

    /// @notice Buys several, all or none. The value is the sum of the native prices.
    function buyMany(Ask[] calldata asks, bytes[] calldata signatures) external payable;

    /// @notice Sells the caller's pass `id` to the maker of a bid.
    function acceptBid(Bid calldata bid, bytes calldata signature, uint256 id) external;

    /// @notice Kills the caller's orders of one word of nonces.
    function cancel(uint256 word, uint256 mask) external;

    /// @notice Kills all orders of the caller.
    function incrementCounter() external;

    /// @notice Adds to the caller's offer funds, which back bids in the native coin.
    function depositForOffers() external payable;

    /// @notice Takes offer funds back; bids they no longer cover cannot be filled.
    function withdrawOfferFunds(uint256 amountWei) external;

    /// @notice Sends what sales credited to the caller in `token` (zero: native) to `to`.
    function claim(address token, address to) external;

    /// @notice Sends the platform's fees in `token` to the fee recipient; anyone may call.
    function withdrawFees(address token) external;

    /// @notice Redirects fees; owner only. It is the owner's only power.
    function setFeeRecipient(address recipient) external;

    /// @notice The digest that an ask's maker signs, and its name in {Sale}.
    function digestOfAsk(Ask calldata ask) external view returns (bytes32);

    /// @notice The digest that a bid's maker signs, and its name in {Sale}.
    function digestOfBid(Bid calldata bid) external view returns (bytes32);

    /// @notice The counter that orders of `maker` must carry.
    function counterOf(address maker) external view returns (uint256);

    /// @notice Whether the nonce was cancelled, or used by a bid.
    function isNonceDead(address maker, uint256 nonce) external view returns (bool);

    /// @notice The native coin that backs the bids of `account`.
    function offerFundsOf(address account) external view returns (uint256);

    /// @notice What sales credited to `account` because it could not be paid.
    function creditOf(address token, address account) external view returns (uint256);

    /// @notice What `withdrawFees` would send.
    function feesOf(address token) external view returns (uint256);

    /// @notice Who receives fees.
    function feeRecipient() external view returns (address);
}
