// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Makes one personal token per account, at an address known beforehand.
interface ITokenFactory {
    /// @notice What an account chooses for its token, once. Name and symbol are short strings: text, then zero bytes.
    /// @param name Up to 32 bytes.
    /// @param symbol Up to 11 bytes.
    /// @param preset The starting price: 0, 1, 2 for 0.001, 0.01, 0.1 of the coin per token.
    /// @param creatorBps The creator's part of each trade, at most 500; it can only be lowered later.
    /// @param lockSeconds How long the creator's own first buy stays locked, at most four years.
    struct TokenTerms {
        bytes32 name;
        bytes32 symbol;
        uint8 preset;
        uint16 creatorBps;
        uint32 lockSeconds;
    }

    /// @notice Terms that an account signed, so that anyone may bring its token into being on them.
    /// @dev Signed as EIP-712 `TokenTerms(address creator,string name,string symbol,uint8 preset,uint16 creatorBps,
    /// uint32 lockSeconds,uint256 nonce,uint256 validUntil)` with `nonce` = `termsNonceOf(creator)`.
    struct SignedTerms {
        address creator;
        uint256 validUntil;
        TokenTerms terms;
    }

    /// @notice The token of `creator` now exists at `token`, on these terms, `protocolBps` and the block's time.
    event TokenCreated(
        address indexed creator,
        address token,
        bytes32 name,
        bytes32 symbol,
        uint256 preset,
        uint256 protocolBps,
        uint256 creatorBps,
        uint256 lockSeconds
    );

    /// @notice Terms that `creator` signed before are void: it said so, or opened a launch.
    event TermsRevoked(address indexed creator, uint256 nonce);

    /// @notice Platform fees of all tokens now go to `recipient`.
    event FeeRecipientSet(address indexed recipient);

    /// @notice Tokens made from now on pay the platform `bps` of each trade.
    event ProtocolFeeSet(uint256 bps);

    /// @notice Makes the caller's token. Value sent is the creator's own first buy: without launch surcharge, of at
    /// least `minOut` tokens and at most `firstBuyMaxWei`, and locked in the token for `lockSeconds`, which must be thirty
    /// days at least.
    function create(TokenTerms calldata terms, uint256 minOut) external payable returns (address token);

    /// @notice Makes somebody's token on the terms they signed; anyone may call.
    function createFor(SignedTerms calldata signed, bytes calldata signature) external returns (address token);

    /// @notice Makes somebody's token on signed terms and buys from it at once, for `to`. The first purchase pays no
    /// launch surcharge and is therefore bounded by `firstBuyMaxWei`, and it is not the creator's own. If the token exists,
    /// this is a plain purchase.
    function createForAndBuy(
        SignedTerms calldata signed,
        bytes calldata signature,
        address to,
        uint256 minOut,
        uint256 deadline,
        bytes32 ref
    ) external payable returns (address token, uint256 out);

    /// @notice Makes the token of a creator whose batch was settled, and buys for the batch; batch launch only.
    function createFromBatch(address creator, TokenTerms calldata terms) external payable returns (address token);

    /// @notice Voids all terms the caller has signed so far.
    function revokeTerms() external;

    /// @notice Voids all terms that `creator` has signed so far, as its launch opens; batch launch only.
    function endTerms(address creator) external;

    /// @notice Where the token of `creator` is, or will be.
    function tokenOf(address creator) external view returns (address);

    /// @notice Refuses terms that `create` would refuse.
    function mustBeGood(TokenTerms calldata terms) external pure;

    /// @notice Counts an account's revocations; signed terms name the count.
    function termsNonceOf(address creator) external view returns (uint256);

    /// @notice The most that a token's first purchase spends, also its creator's: 2 % of the preset's virtual reserve.
    function firstBuyMaxWei(uint8 preset) external pure returns (uint256);

    /// @notice The code every token runs.
    function implementation() external view returns (address);

    /// @notice The sealed batch launch that belongs to this factory.
    function batchLaunch() external view returns (address);

    /// @notice The forwarder whose word on the sender is taken (ERC-2771), or zero.
    function trustedForwarder() external view returns (address);

    /// @notice Whether calls of `forwarder` are believed to come from whom they name: forwarders ask before they call.
    function isTrustedForwarder(address forwarder) external view returns (bool);

    /// @notice Who receives platform fees.
    function feeRecipient() external view returns (address);

    /// @notice What tokens made now pay the platform.
    function protocolBps() external view returns (uint256);

    /// @notice Redirects platform fees; owner only.
    function setFeeRecipient(address recipient) external;

    /// @notice Sets the platform fee of tokens made from now on, within the cap; owner only.
    function setProtocolBps(uint256 bps) external;
}
