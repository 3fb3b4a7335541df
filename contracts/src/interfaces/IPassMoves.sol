// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC4907} from "./IERC4907.sol";

/// @title How passes change hands.
interface IPassMoves is IERC4907 {
    /// @notice Who may move a pass. It is fixed when the pass is sold.
    /// MARKETS_ONLY: its owner as a gift (twice at most every 24 h is once too often), and PassMarket, which pays the royalty.
    /// OPEN: whom ERC-721 allows. SOULBOUND: nobody.
    enum Policy {
        MARKETS_ONLY,
        OPEN,
        SOULBOUND
    }

    /// @notice Moves a pass that its owner sold by signature: PassMarket only.
    /// @param nonce the move count the order was signed for, or the highest word for any.
    /// @param minExpiry the earliest expiry the order accepts.
    /// @return royaltyTo whom the royalty is due, and its share `royaltyBps`, at most 1,000.
    function moveSold(uint256 id, address from, address to, uint256 nonce, uint256 minExpiry)
        external
        returns (address royaltyTo, uint256 royaltyBps);

    /// @notice Who has the access of a pass now: its borrower, else its owner; zero if it grants none.
    function accessHolderOf(uint256 id) external view returns (address);

    /// @notice The transfer policy of a sold pass.
    function policyOf(uint256 id) external view returns (Policy);

    /// @notice From when on the owner may give the pass away again, in seconds; zero if it was never given.
    function giftableAt(uint256 id) external view returns (uint256);

    /// @notice The only contract that settles sales of passes which are not OPEN (the ERC-721C surface).
    function getTransferValidator() external view returns (address);

    /// @notice The same address by its name.
    function market() external view returns (address);

    /// @notice Counts moves, loans, uses, renewals and cancellations of a pass: an order that names it dies when it changes.
    function nonceOf(uint256 id) external view returns (uint32);

    /// @notice Whose passes these are.
    function creator() external view returns (address);
}
