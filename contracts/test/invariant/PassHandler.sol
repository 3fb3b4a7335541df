// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AccessPass} from "../../src/AccessPass.sol";
import {Test} from "../Test.sol";

/// @title Random people doing what people may do; it keeps its own books to compare with. No step may revert.
contract PassHandler is Test {
    AccessPass public immutable pass;
    address public immutable creator;
    address[4] public people;

    uint256[] public ids;
    mapping(uint256 id => address) public ownerOf;
    mapping(uint256 id => uint256) public expiryOf;
    mapping(uint256 id => uint256) public movesOf;
    mapping(uint256 id => uint256) public givenAt;
    mapping(uint256 id => address) private _borrower;
    mapping(uint256 id => uint256) private _loanEnds;
    uint256 public creatorWei;
    uint256 public platformWei;

    constructor(AccessPass pass_, address creator_) {
        pass = pass_;
        creator = creator_;
        people = [anActor("a"), anActor("b"), anActor("c"), anActor("d")];
        for (uint256 i; i < 4; ++i) {
            vm.deal(people[i], type(uint128).max);
        }
    }

    function count() external view returns (uint256) {
        return ids.length;
    }

    function setTierNoRevert(uint256 tierSeed, uint96 price, uint32 max, uint32 longer) external {
        uint32 tierId = uint32(tierSeed % 3);
        AccessPass.TierTerms memory old = pass.tierOf(tierId);
        price -= price % 20;
        bool isSold = old.minted != 0;
        max = uint32(bounded(max, isSold ? old.minted : 1, isSold ? old.maxSupply : 30));
        uint32 duration = tierId == 0 ? 0 : uint32(old.durationS + bounded(longer, 1, 30 days));
        if (duration > 3_650 days) duration = uint32(old.durationS);
        vm.prank(creator);
        pass.setTier(
            uint256(tierId) << 160 | price | uint256(duration) << 96 | uint256(max) << 128 | old.perks << 192, address(0)
        );
    }

    function mintNoRevert(uint256 tierSeed, uint256 payerSeed, uint256 toSeed) external {
        uint32 tierId = uint32(tierSeed % 3);
        AccessPass.TierTerms memory tier = pass.tierOf(tierId);
        if (tier.minted >= tier.maxSupply) return;
        address to = people[toSeed % 4];
        vm.prank(people[payerSeed % 4]);
        uint256 id = pass.mintTier{value: tier.price}(tierId, to, tier.price, "");
        ids.push(id);
        ownerOf[id] = to;
        expiryOf[id] = tier.durationS == 0 ? type(uint64).max : block.timestamp + tier.durationS;
        book(tier.price);
    }

    function renewNoRevert(uint256 idSeed, uint256 payerSeed, uint16 periods) external {
        if (ids.length == 0) return;
        uint256 id = ids[idSeed % ids.length];
        if (!pass.isRenewable(id)) return;
        AccessPass.TierTerms memory tier = pass.tierOf(uint32(id >> 32));
        periods = uint16(bounded(periods, 1, 5));
        vm.prank(people[payerSeed % 4]);
        pass.renew{value: tier.price * periods}(id, periods, tier.price * periods, "");
        uint256 from = expiryOf[id] > block.timestamp ? expiryOf[id] : block.timestamp;
        expiryOf[id] = from + tier.durationS * periods;
        ++movesOf[id];
        book(tier.price * periods);
    }

    function transferNoRevert(uint256 idSeed, uint256 toSeed) external {
        if (ids.length == 0) return;
        uint256 id = ids[idSeed % ids.length];
        address to = people[toSeed % 4];
        // 9 minutes more than a day at most: gifts are remembered in steps.
        bool isTooSoon = givenAt[id] != 0 && block.timestamp < givenAt[id] + 24 hours + 512;
        if (isTooSoon || isLent(id)) return;
        vm.prank(ownerOf[id]);
        pass.transferFrom(ownerOf[id], to, id);
        ownerOf[id] = to;
        givenAt[id] = block.timestamp;
        ++movesOf[id];
    }

    function sellNoRevert(uint256 idSeed, uint256 toSeed) external {
        if (ids.length == 0) return;
        uint256 id = ids[idSeed % ids.length];
        address to = people[toSeed % 4];
        if (expiryOf[id] <= block.timestamp || isLent(id)) return;
        vm.prank(pass.market());
        pass.moveSold(id, ownerOf[id], to, movesOf[id], 0);
        ownerOf[id] = to;
        ++movesOf[id];
    }

    function lendNoRevert(uint256 idSeed, uint256 toSeed, uint32 seconds_) external {
        if (ids.length == 0) return;
        uint256 id = ids[idSeed % ids.length];
        address to = people[toSeed % 4];
        if (to == ownerOf[id] || isLent(id) || expiryOf[id] <= block.timestamp) return;
        uint256 longest = expiryOf[id] - block.timestamp < 30 days ? expiryOf[id] - block.timestamp : 30 days;
        _borrower[id] = to;
        _loanEnds[id] = block.timestamp + 1 + seconds_ % longest;
        vm.prank(ownerOf[id]);
        pass.setUser(id, to, uint64(_loanEnds[id]));
        ++movesOf[id];
    }

    function isLent(uint256 id) public view returns (bool) {
        return _loanEnds[id] > block.timestamp;
    }

    /// @dev Whose access a pass is while it grants any.
    function holderOf(uint256 id) external view returns (address) {
        return isLent(id) ? _borrower[id] : ownerOf[id];
    }

    function cancelNoRevert(uint256 idSeed) external {
        if (ids.length == 0) return;
        uint256 id = ids[idSeed % ids.length];
        if (expiryOf[id] == type(uint64).max || expiryOf[id] <= block.timestamp || isLent(id)) return;
        vm.prank(ownerOf[id]);
        pass.cancelSubscription(id);
        expiryOf[id] = block.timestamp;
        ++movesOf[id];
    }

    function withdrawNoRevert(bool forCreator) external {
        (uint256 toCreator, uint256 toPlatform) = pass.owed(address(0));
        if (forCreator && toCreator != 0) {
            pass.withdraw(address(0));
            creatorWei = 0;
        } else if (!forCreator && toPlatform != 0) {
            pass.withdrawFees(address(0));
            platformWei = 0;
        }
    }

    function waitNoRevert(uint32 seconds_) external {
        vm.warp(block.timestamp + seconds_ % 60 days);
    }

    function book(uint256 amountWei) private {
        platformWei += amountWei * 5 / 100;
        creatorWei += amountWei - amountWei * 5 / 100;
    }
}
