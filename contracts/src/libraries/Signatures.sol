// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SignatureCheckerLib} from "solady/utils/SignatureCheckerLib.sol";
import {PassErrors} from "./PassErrors.sol";

/// @title Who signed: one accepted form per signature of an account, ERC-1271 for contracts. Every contract here asks this.
library Signatures {
    /// @dev Half of secp256k1's order: above it lies the twin of every signature.
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    function mustBeBy(address signer, bytes32 digest, bytes calldata signature) internal view {
        if (!areBy(signer, digest, signature)) revert PassErrors.SignatureRefused();
    }

    /// @dev Of an account 65 bytes with the lower of the two twins; of a contract whatever it says of itself.
    function areBy(address signer, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        if (signer.code.length != 0) {
            return SignatureCheckerLib.isValidERC1271SignatureNowCalldata(signer, digest, signature);
        }
        if (signature.length != 65) return false;
        bytes32 s = bytes32(signature[32:64]);
        if (uint256(s) > HALF_ORDER) return false;
        address by = ecrecover(digest, uint8(signature[64]), bytes32(signature[:32]), s);
        return by == signer && by != address(0);
    }
}
