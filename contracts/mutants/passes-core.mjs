// One bug each in AccessPass and PassFactory.
export const mutants = [
  {
    name: 'a tier sells one more than its supply',
    file: 'AccessPass.sol',
    find: 'if (tier.minted() >= tier.maxSupply()) {',
    replace: 'if (tier.minted() > tier.maxSupply()) {',
    caughtBy: 'test/fuzz/AccessPass.t.sol',
  },
  {
    name: 'a sale counts the platform twice',
    file: 'PassTill.sol',
    find: 'toPlatform = platformShare - uint128(paid);',
    replace: 'toPlatform = platformShare;',
    caughtBy: 'test/unit/Withdraw.t.sol',
  },
  {
    name: 'one creator opens the collection of another',
    file: 'PassFactory.sol',
    find: 'LibClone.createDeterministicClone(implementation, abi.encodePacked(msg.sender), _salt(msg.sender));',
    replace: 'LibClone.createDeterministicClone(implementation, abi.encodePacked(tx.origin), _salt(tx.origin));',
    caughtBy: 'test/unit/PassFactory.t.sol',
  },
]
