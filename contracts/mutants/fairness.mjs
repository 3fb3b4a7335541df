// Planted bugs in what makes money fair: exits, authority that ends, orders that mean what was signed.

/** Read by the mutants command. */
export const mutants = [
  {
    name: 'F1 a launch may move its price fourfold, so whoever leaves first gains',
    file: 'BatchLaunch.sol',
    find: ' * (2 * _FACTORY.protocolBps() + creatorBps) / (2 * TokenFees.BPS);',
    replace: ' + 0 * (_FACTORY.protocolBps() + creatorBps);',
    caughtBy: 'test/fuzz/LaunchExits.t.sol',
  },
  {
    name: 'F1 nobody looks at the largest target',
    file: 'BatchLaunch.sol',
    find: 'if (targetWei > maxTargetWei(terms.preset, terms.creatorBps)) revert TokenErrors.TokenAmountRefused();',
    replace: '',
    caughtBy: 'test/fuzz/LaunchExits.t.sol',
  },
  {
    name: 'F2 terms signed before a launch still make the token',
    file: 'BatchLaunch.sol',
    find: '        _FACTORY.endTerms(msg.sender);\n',
    replace: '',
    caughtBy: 'test/unit/TokenLaunch.t.sol',
  },
  {
    name: 'F2 anybody ends the terms of anybody',
    file: 'TokenFactory.sol',
    find: 'if (msg.sender != batchLaunch) revert TokenErrors.NotTokenFactory();\n        _endTerms(creator);',
    replace: '_endTerms(creator);',
    caughtBy: 'test/unit/TokenLaunch.t.sol',
  },
  {
    name: 'F3 a renewal leaves listings of the pass alive',
    file: 'AccessPass.sol',
    find: '_set(id, holding.withExpiry(expiry).withNextNonce());\n            address token',
    replace: '_set(id, holding.withExpiry(expiry));\n            address token',
    caughtBy: 'test/unit/MarketBuy.t.sol',
  },
  {
    name: 'F4 a pass in its grace fills a bid',
    file: 'PassMarket.sol',
    find: 'bid.minExpiry < soonest ? soonest : bid.minExpiry',
    replace: 'bid.minExpiry < soonest ? bid.minExpiry : bid.minExpiry',
    caughtBy: 'test/unit/MarketBids.t.sol',
  },
  {
    name: 'F4 a lifetime pass misses the expiry that it tells itself',
    file: 'libraries/Holding.sol',
    find: 'return expiryS >= timeS || expiryS == LIFETIME;',
    replace: 'return expiryS >= timeS;',
    caughtBy: 'test/unit/MarketBids.t.sol',
  },
  {
    name: 'F7 a lapsed pass begins anew, its grace for nothing',
    file: 'AccessPass.sol',
    find: 'return block.timestamp - (holding.has(Holdings.CANCELLED) ? _graceUsedS[id] : holding.graceS());',
    replace: 'return block.timestamp;',
    caughtBy: 'test/unit/Kinds.t.sol',
  },
  {
    name: 'F7 a pass that was ended and paid for again has lost its grace',
    file: 'AccessPass.sol',
    find: 'holding = holding.without(Holdings.CANCELLED);',
    replace: '',
    caughtBy: 'test/unit/Kinds.t.sol',
  },
  {
    name: 'F7 a sold pass may become unrenewable',
    file: 'libraries/Tier.sol',
    find: '(SOULBOUND | NON_RENEWABLE) != 0;',
    replace: 'SOULBOUND != 0;',
    caughtBy: 'test/unit/Kinds.t.sol',
  },
]
