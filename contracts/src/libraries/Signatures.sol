// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {SignatureCheckerLib} from "solady/utils/SignatureCheckerLib.sol";
import {PassErrors} from "./PassErrors.sol";

/// @title Who signed: one accepted form per signature of an account, ERC-1271 for contracts.
library Signatures {
    /// @dev Half of secp256k1's order: above it lies the twin of every signature.
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    function mustBeBy(address signer, bytes32 digest, bytes calldata signature) internal view {
        if (signer.code.length == 0) {
            if (signature.length != 65) revert PassErrors.SignatureRefused();
            bytes32 r = bytes32(signature[:32]);
            bytes32 s = bytes32(signature[32:64]);
            if (uint256(s) > HALF_ORDER) revert PassErrors.SignatureRefused();
            address by = ecrecover(digest, uint8(signature[64]), r, s);
            if (by != signer || by == address(0)) revert PassErrors.SignatureRefused();
        } else if (!SignatureCheckerLib.isValidERC1271SignatureNowCalldata(signer, digest, signature)) {
            revert PassErrors.SignatureRefused();
        }
    }
}
