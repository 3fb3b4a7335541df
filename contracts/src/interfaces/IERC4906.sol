// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title ERC-4906: what shows of a pass has changed. Interface id 0x49064906.
interface IERC4906 {
    /// @notice One pass shows differently now.
    event MetadataUpdate(uint256 _tokenId);

    /// @notice All passes of a tier show differently now.
    event BatchMetadataUpdate(uint256 _fromTokenId, uint256 _toTokenId);
}
