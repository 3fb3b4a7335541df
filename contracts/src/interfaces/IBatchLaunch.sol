// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITokenFactory} from "./ITokenFactory.sol";

/// @title A launch that cannot be sniped: ten minutes of deposits, then one price for all of them.
/// @notice When somebody comes in the window, how fast, and with how much gas, changes nothing. Of each account no more
/// than the cap counts; of all accounts no more than the target is spent; the rest is given back to the wei.
interface IBatchLaunch {
    /// @notice OPEN takes deposits until `closesAt`; SETTLED gives tokens and the rest; FAILED gives everything back.
    enum State {
        NONE,
        OPEN,
        SETTLED,
        FAILED
    }

    /// @param creator Whose token this launches.
    /// @param closesAt When deposits end, in seconds.
    /// @param capWei What counts of one account's deposit.
    /// @param targetWei What is spent at most; the settlement lowers it where the platform's fee has fallen since.
    /// @param countedWei The sum of what counts.
    /// @param tokens What the batch bought; it divides by what counted.
    struct Launch {
        address creator;
        uint40 closesAt;
        State state;
        uint96 capWei;
        uint96 targetWei;
        uint128 countedWei;
        uint128 tokens;
        bytes32 termsHash;
    }

    /// @notice A batch is open for deposits until `closesAtS`, for a token on `terms`.
    event BatchOpened(
        uint256 indexed id,
        address indexed creator,
        ITokenFactory.TokenTerms terms,
        uint256 capWei,
        uint256 targetWei,
        uint256 closesAtS
    );

    /// @notice `account` deposited `amountWei`, of which `countedWei` raised its counted part.
    event Deposited(uint256 indexed id, address indexed account, uint256 amountWei, uint256 countedWei);

    /// @notice The batch bought `tokens` of `token` for `spentWei`: the one price of all.
    event BatchSettled(uint256 indexed id, address token, uint256 spentWei, uint256 tokens);

    /// @notice No token came of it; every deposit goes back whole.
    event BatchFailed(uint256 indexed id);

    /// @notice `account` received `tokens` of `token` for `paidWei`, and `refundWei` back: together its whole deposit.
    /// Where nothing was bought, `token` is zero.
    event BatchClaimed(
        uint256 indexed id,
        address indexed account,
        address indexed token,
        uint256 tokens,
        uint256 paidWei,
        uint256 refundWei
    );

    /// @notice Opens a batch for the caller's token; refuses terms the factory would refuse, accounts with a token, and
    /// targets above `maxTargetWei`. Terms the caller signed before are void from then on.
    function open(ITokenFactory.TokenTerms calldata terms, uint96 capWei, uint96 targetWei) external returns (uint256 id);

    /// @notice Adds the value to the caller's deposit; refuses once the window is over.
    function deposit(uint256 id) external payable;

    /// @notice After the window: makes the token, buys for all at once, on the terms given at the opening. Fails the
    /// batch if nobody came or the creator made the token otherwise. Anyone may call.
    function settle(uint256 id, ITokenFactory.TokenTerms calldata terms) external;

    /// @notice Gives everything back if nothing was settled for a week; anyone may call.
    function abandon(uint256 id) external;

    /// @notice Hands an account its tokens and the rest of its money; anyone may call. The creator's own waits, whole, until
    /// the lock of the terms is over, and thirty days at least.
    function claimFor(uint256 id, address account) external returns (uint256 tokens, uint256 refundWei);

    /// @notice What an account gets from a batch as it stands.
    function shareOf(uint256 id, address account) external view returns (uint256 tokens, uint256 refundWei);

    /// @notice The largest target: if everybody sells again, whoever is first and whoever is last differ by no more than
    /// the fees that each of them pays for both trades, rounding apart. Zero where there are no fees.
    function maxTargetWei(uint8 preset, uint16 creatorBps) external view returns (uint256);

    /// @notice A batch as it stands.
    function launchOf(uint256 id) external view returns (Launch memory);

    /// @notice How many batches there are; ids count from one.
    function count() external view returns (uint256);

    /// @notice What an account has deposited and not yet taken back.
    function depositOf(uint256 id, address account) external view returns (uint256);
}
