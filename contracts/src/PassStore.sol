// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC721} from "solady/tokens/ERC721.sol";
import {LibString} from "solady/utils/LibString.sol";
import {Holding} from "./libraries/Holding.sol";

/// @title An ERC-721 whose owner's slot carries a {Holding}, read at once and written at once.
abstract contract PassStore is ERC721 {
    /// @dev The seed of solady's ERC721 slots: with it, a move writes owner and holding in one store.
    uint256 private constant SLOT_SEED = 0x7d8825530a5a2e7a << 192;

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

    function _mustExist(uint256 id) internal view returns (Holding holding) {
        holding = _holding(id);
        if (holding.expiry() == 0) revert TokenDoesNotExist();
    }

    function _holding(uint256 id) internal view returns (Holding) {
        return Holding.wrap(_getExtraData(id));
    }

    function _set(uint256 id, Holding holding) internal {
        _setExtraData(id, Holding.unwrap(holding));
    }

    /// @dev Owner and holding in one read; the owner is zero for a pass that was never sold.
    function _load(uint256 id) internal view returns (address owner, Holding holding) {
        uint256 word;
        /// @solidity memory-safe-assembly
        assembly {
            mstore(0x00, id)
            mstore(0x1c, SLOT_SEED)
            word := sload(add(id, add(id, keccak256(0x00, 0x20))))
        }
        owner = address(uint160(word));
        holding = Holding.wrap(uint96(word >> 160));
    }

    /// @dev Gives the pass to `to` together with what it shall remember. The caller has checked the right to do so.
    function _move(address from, address to, uint256 id, Holding holding) internal {
        if (to == address(0)) revert TransferToZeroAddress();
        /// @solidity memory-safe-assembly
        assembly {
            mstore(0x00, id)
            mstore(0x1c, SLOT_SEED)
            // Whatever stands in the upper bits of `to` must not reach the holding.
            sstore(add(id, add(id, keccak256(0x00, 0x20))), or(shl(160, holding), shr(96, shl(96, to))))
            // The balance of an account lies at the hash of its address and the rest of the seed, still in memory.
            mstore(0x00, from)
            let balance_ := keccak256(0x0c, 0x1c)
            sstore(balance_, sub(sload(balance_), 1))
            mstore(0x00, to)
            balance_ := keccak256(0x0c, 0x1c)
            // No account can hold 2^32 passes of a tier twice over: the 32-bit balance cannot overflow unnoticed.
            let next := add(sload(balance_), 1)
            if iszero(and(next, 0xffffffff)) {
                mstore(0x00, 0x01336cea) // `AccountBalanceOverflow()`.
                revert(0x1c, 0x04)
            }
            sstore(balance_, next)
        }
        emit Transfer(from, to, id);
    }
}
