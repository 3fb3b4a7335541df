// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TokenErrors} from "./TokenErrors.sol";

/// @title Clones whose address follows from the account alone, while their terms are immutable code.
/// @dev CREATE2 makes the address from the creation code, so terms must not be in it. The creation code is therefore
/// the same for every account but for the account itself, and asks its maker (a static call without data) what to put
/// behind the proxy. The maker keeps the answer in storage words that are put back in the same transaction: about
/// 2,300 gas a word after the refund, where a stored name and symbol would cost 22,100 each.
library TokenBirth {
    /// @dev PUSH1 65, PUSH1 25, PUSH0, CODECOPY (proxy and account to memory 0); PUSH0 x4, CALLER, GAS, STATICCALL,
    /// POP; RETURNDATACOPY to 65; RETURN all. Were the call to fail the proxy would come without terms. It cannot: it
    /// needs 500 gas of the 63/64 left, and keeping the code costs 13,000 out of the 1/64.
    bytes25 private constant _CREATION = hex"604160195f395f5f5f5f335afa503d5f60413e3d6041015ff3";
    bytes10 private constant _PROXY_HEAD = hex"363d3d373d3d3d363d73";
    bytes15 private constant _PROXY_TAIL = hex"5af43d82803e903d91602b57fd5bf3";

    /// @dev Terms on their way into the code: length8 | preset8 | protocolBps8 | creatorBps16 | lockSeconds32 |
    /// symbolLength8 | symbol | name, from the highest byte down, in one word or two.
    uint256 private constant _SYMBOL_AT = 10;
    uint256 private constant _MAX_SYMBOL = 11;

    /// @dev What the first word holds between births: it never is zero, and remembers the fee of the next token.
    function resting(uint256 protocolBps) internal pure returns (uint256) {
        return 1 << 248 | protocolBps << 232;
    }

    function protocolBpsOf(uint256 restingWord) internal pure returns (uint256) {
        return uint8(restingWord >> 232);
    }

    /// @dev The words that the maker must answer with; `second` is zero if all fits into the first.
    function pack(bytes32 name, bytes32 symbol, uint256 fixedTerms) internal pure returns (uint256 first, uint256 second) {
        unchecked {
            uint256 symbolLength = lengthOf(symbol);
            uint256 nameAt = _SYMBOL_AT + symbolLength;
            uint256 end = nameAt + lengthOf(name);
            if (symbolLength > _MAX_SYMBOL) revert TokenErrors.TokenTermsRefused();
            first = end << 248 | fixedTerms << 184 | symbolLength << 176;
            first |= uint256(symbol) >> _SYMBOL_AT * 8 | uint256(name) >> nameAt * 8;
            if (end > 32) second = uint256(name) << 256 - nameAt * 8;
        }
    }

    /// @dev The length of a short string, which must have one; what follows its first zero byte must be zero too.
    function lengthOf(bytes32 text) internal pure returns (uint256 n) {
        /// @solidity memory-safe-assembly
        assembly {
            for {} byte(n, text) { n := add(n, 1) } {}
        }
        if (n == 0 || text << n * 8 != 0) revert TokenErrors.TokenTermsRefused();
    }

    function hasSecond(uint256 first) internal pure returns (bool) {
        return first >> 248 > 32;
    }

    /// @dev The static call without data: the time, then the packed terms without their length.
    function answer(uint256 first, uint256 second) internal view {
        /// @solidity memory-safe-assembly
        assembly {
            mstore(0x00, timestamp())
            mstore(0x20, shl(8, first))
            mstore(0x3f, second)
            return(0x1c, add(3, byte(0, first)))
        }
    }

    function codeFor(address implementation, address creator) internal pure returns (bytes memory) {
        return abi.encodePacked(_CREATION, _PROXY_HEAD, implementation, _PROXY_TAIL, creator);
    }

    function addressFrom(bytes memory code) internal view returns (address) {
        return address(
            uint160(uint256(keccak256(abi.encodePacked(bytes1(0xff), address(this), bytes32(0), keccak256(code)))))
        );
    }

    function create(bytes memory code) internal returns (address token) {
        /// @solidity memory-safe-assembly
        assembly {
            token := create2(0, add(code, 0x20), mload(code), 0)
        }
        if (token == address(0)) revert TokenErrors.TokenExists();
    }
}
