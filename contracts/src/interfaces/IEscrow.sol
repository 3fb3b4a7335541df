// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITill} from "./ITill.sol";

/// @title Money that waits until both sides have done their part. `token` zero is the native coin.
/// @notice Two kinds of deal. *Locked goods*: paid in advance, refundable until opened; opening is the buyer's signed
/// receipt and makes the sale final. *Commissions*: accepted by the payee, delivered and approved milestone by
/// milestone; whoever falls silent loses the step to the other. Each release keeps the platform's 5 %; a refund is
/// exact and keeps nothing. A deal's id is the hash of payer and `ref`, so a reference makes one deal.
interface IEscrow is ITill {
    /// @notice Where a deal stands. `Offered`: paid in, not accepted. `Working`: the payee owes a delivery by
    /// `deadline`. `Delivered`: the payer may approve or reject until `deadline`. `Goods`: locked, not opened.
    enum Step {
        None,
        Offered,
        Working,
        Delivered,
        Goods,
        Done,
        Refunded
    }

    /// @notice The terms of a commission; seconds count from each step.
    struct Terms {
        uint40 acceptBy;
        uint32 deliverWithinS;
        uint32 reviewWithinS;
    }

    /// @notice A deal as it stands. `remaining` is what is still here for it.
    struct Deal {
        address payer;
        Step step;
        uint8 milestone;
        uint8 rejections;
        uint40 deadline;
        address payee;
        uint32 deliverWithinS;
        uint32 reviewWithinS;
        address token;
        uint96 remaining;
    }

    /// @notice `payer` paid in `amount` of `token`, for `payee`, in as many parts as `milestones` (0: goods).
    event DealFunded(
        bytes32 indexed deal,
        address indexed payer,
        address indexed payee,
        bytes32 ref,
        address token,
        uint256 amount,
        uint256 milestones
    );

    /// @notice The deal is now at `step` of its `milestone`, until `deadline` (0: no end).
    event DealMoved(bytes32 indexed deal, Step step, uint256 milestone, uint256 deadline);

    /// @notice `gross` left the deal for `payee`: `fee` stays here for the platform, `gross - fee` is the payee's, paid
    /// out or (`credited`) added to `owed`.
    event DealReleased(
        bytes32 indexed deal, address indexed payee, address token, uint256 gross, uint256 fee, bool credited
    );

    /// @notice All that remained went back to `payer`, paid out or (`credited`) added to `owed`.
    event DealRefunded(bytes32 indexed deal, address indexed payer, address token, uint256 amount, bool credited);

    /// @notice Pays for locked goods. Until `openBy` only the payer or payee can end it; after it anybody can refund.
    function lock(address payee, address token, uint96 amount, uint40 openBy, bytes32 ref)
        external
        payable
        returns (bytes32 deal);

    /// @notice Pays in a commission of 1 to 10 milestones, each worth `amounts[i]`.
    function commission(address payee, address token, uint96[] calldata amounts, Terms calldata terms, bytes32 ref)
        external
        payable
        returns (bytes32 deal);

    /// @notice The payer opens the goods: final.
    function open(bytes32 deal) external;

    /// @notice Anyone hands in the payer's signature over `Receipt(bytes32 deal)`: opened, final.
    function openWithReceipt(bytes32 deal, bytes calldata signature) external;

    /// @notice The payee takes the commission on, before `acceptBy`; the first milestone's time starts.
    function accept(bytes32 deal) external;

    /// @notice The payee declares the current milestone delivered, in time; the payer's time for review starts.
    function deliver(bytes32 deal) external;

    /// @notice The payer accepts the delivery: its part is released, the next milestone starts.
    function approve(bytes32 deal) external;

    /// @notice The payer sends the delivery back, in time, at most twice per milestone; the payee's time starts anew.
    function reject(bytes32 deal) external;

    /// @notice Anyone releases a delivered milestone whose review time has passed in silence.
    function claim(bytes32 deal) external;

    /// @notice Sends all that remains back to the payer: the payee at any time; the payer before acceptance or opening;
    /// anyone once the time to accept, to deliver or to open has passed.
    function refund(bytes32 deal) external;

    /// @notice A deal as it stands.
    function dealOf(bytes32 deal) external view returns (Deal memory);

    /// @notice What each milestone of a commission is worth.
    function amountsOf(bytes32 deal) external view returns (uint96[] memory);

    /// @notice The id of the deal that `payer` makes, or made, with `ref`.
    function dealId(address payer, bytes32 ref) external view returns (bytes32);
}
