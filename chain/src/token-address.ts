import { type Address, concatHex, getContractAddress, type Hex, zeroHash } from 'viem'

// As contracts/src/libraries/TokenBirth.sol: the same creation code for everybody but for the account at its end.
const creation: Hex = '0x604160195f395f5f5f5f335afa503d5f60413e3d6041015ff3'
const proxyHead: Hex = '0x363d3d373d3d3d363d73'
const proxyTail: Hex = '0x5af43d82803e903d91602b57fd5bf3'

/** Where the token of `creator` is or will be; nothing is asked of a chain. */
export function tokenAddressOf({ tokenFactory, creator }: { tokenFactory: Address; creator: Address }): Address {
  // The factory's constructor makes the token code first.
  const implementation = getContractAddress({ from: tokenFactory, nonce: 1n })
  const bytecode = concatHex([creation, proxyHead, implementation, proxyTail, creator])
  return getContractAddress({ opcode: 'CREATE2', from: tokenFactory, salt: zeroHash, bytecode })
}
