import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { batchLaunchAbi } from '@corefans/chain/abi/batch-launch.ts'
import { passFactoryAbi } from '@corefans/chain/abi/pass-factory.ts'
import { passMarketAbi } from '@corefans/chain/abi/pass-market.ts'
import { personalTokenAbi } from '@corefans/chain/abi/personal-token.ts'
import { tokenFactoryAbi } from '@corefans/chain/abi/token-factory.ts'
import type { Contracts } from '@corefans/chain/addresses.ts'
import { batchLaunchOf } from '@corefans/chain/launch.ts'
import { packTier } from '@corefans/chain/tier-word.ts'
import { type Address, type Hex, pad, toHex, zeroAddress, zeroHash } from 'viem'
import { type Said, said } from './played-chain.ts'

/** One act of a drawn history: what is done, by and to whom, and how much. Numbers are folded into what there is. */
export type Act = { kind: Kind; who: number; other: number; amount: bigint }

/** What the contracts would know, so that no act is one that they refuse. */
export type Known = {
  passes: Map<string, Address>
  tokens: Map<string, bigint>
  owed: Map<string, bigint>
  funds: Map<string, bigint>
  counters: Map<string, bigint>
  nonces: Map<string, bigint>
  launches: { isOpen: boolean; deposits: Map<Address, bigint>; claimed: Set<Address> }[]
}
export const nothingKnown = (): Known => ({
  ...{ passes: new Map(), tokens: new Map(), owed: new Map(), funds: new Map(), counters: new Map(), nonces: new Map(), launches: [] },
})

const address = (kind: number, n: number): Address => pad(toHex(kind * 0x1_0000 + n + 1), { size: 20 })
export const holder = (n: number): Address => address(1, n % 5)
export const collection = (n: number): Address => address(2, n % 2)
export const token = (n: number): Address => address(3, n % 2)
const word = (text: string): Hex => pad(toHex(text), { dir: 'right', size: 32 })
const contract = (contracts: Contracts, name: 'passFactory' | 'passMarket' | 'tokenFactory'): Address => contracts[name] ?? zeroAddress
const priceOf = (amount: bigint): bigint => amount % 1_000_000n
const soon = 1_700_000_000n
const add = (map: Map<string, bigint>, key: string, amount: bigint) => map.set(key, (map.get(key) ?? 0n) + amount)

/** The first logs: two collections with a tier each, and two tokens. */
export const births = (contracts: Contracts): Said[] => [
  ...[0, 1].map((n) =>
    said(contract(contracts, 'passFactory'), passFactoryAbi, 'CollectionCreated', { creator: holder(n), pass: collection(n) }),
  ),
  ...[0, 1].map((n) => tierSet(n, 1n)),
  ...[0, 1].map((n) =>
    said(contract(contracts, 'tokenFactory'), tokenFactoryAbi, 'TokenCreated', {
      ...{ creator: holder(n), token: token(n), name: word('Drawn'), symbol: word('DRAWN') },
      ...{ preset: 1n, protocolBps: 100n, creatorBps: 300n, lockSeconds: 0n },
    }),
  ),
]

const tierSet = (who: number, amount: bigint): Said =>
  said(collection(who), accessPassAbi, 'TierSet', {
    terms: packTier({
      tierId: 1,
      priceWei: priceOf(amount),
      durationS: 86_400,
      maxSupply: 1_000,
      perks: amount % 7n,
      royaltyBps: 500,
      flags: 0,
    }),
  })

/** What an act says, and what is known after it; nothing where the contracts would refuse it. */
export function perform(known: Known, contracts: Contracts, act: Act): Said[] {
  return acts[act.kind](known, act, contracts)
}

const acts = {
  ...{ mint: mintPass, move: movePass, change: changePass, tier: changeTier },
  ...{ fund, cancel, trade, send: sendTokens, token: changeToken },
  ...{ deposit, end: endLaunch, claim: claimLaunch },
}
type Kind = keyof typeof acts
export const kinds = Object.keys(acts) as Kind[]

function mintPass({ passes }: Known, { who, other, amount }: Act): Said[] {
  const pass = collection(who)
  const id = (1n << 32n) | BigInt([...passes.keys()].filter((key) => key.startsWith(pass)).length + 1)
  passes.set(`${pass} ${id}`, holder(other))
  return [
    said(pass, accessPassAbi, 'Transfer', { from: zeroAddress, to: holder(other), id }),
    said(pass, accessPassAbi, 'SubscriptionUpdate', { tokenId: id, expiration: soon + (amount % 1_000n) }),
    ...(amount % 2n === 0n ? [said(pass, accessPassAbi, 'VoucherUsed', { nonce: amount % 300n, tokenId: id })] : []),
  ]
}

const pick = ({ passes }: Known, who: number): [pass: Address, id: bigint, owner: Address] | null => {
  const [key, owner] = [...passes][who % Math.max(1, passes.size)] ?? []
  const [pass, id] = key?.split(' ') ?? []
  return pass && id && owner ? [pass as Address, BigInt(id), owner] : null
}

function movePass(known: Known, { who, other, amount }: Act, contracts: Contracts): Said[] {
  const picked = pick(known, who)
  if (!picked) return []
  const [nft, id, seller] = picked
  const buyer = holder(other)
  known.passes.set(`${nft} ${id}`, buyer)
  const moved = said(nft, accessPassAbi, 'Transfer', { from: seller, to: buyer, id })
  if (amount % 2n === 0n) return [moved]
  const price = priceOf(amount)
  const isPaidFromFunds = (known.funds.get(buyer) ?? 0n) >= price && amount % 3n === 0n
  if (isPaidFromFunds) add(known.funds, buyer, -price)
  const sale = { nft, seller, buyer, id, token: zeroAddress, price, fee: 0n, royaltyTo: seller, royalty: 0n }
  const order = pad(toHex(amount), { size: 32 })
  return [moved, said(contract(contracts, 'passMarket'), passMarketAbi, 'Sale', { ...sale, flags: isPaidFromFunds ? 4n : 0n, order })]
}

function changePass(known: Known, { who, other, amount }: Act): Said[] {
  const picked = pick(known, who)
  if (!picked) return []
  const [pass, tokenId, owner] = picked
  if (amount % 4n === 0n) return [said(pass, accessPassAbi, 'UpdateUser', { tokenId, user: holder(other), expires: soon + (amount % 99n) })]
  if (amount % 4n === 1n) return [said(pass, accessPassAbi, 'Consumed', { tokenId, owner, ref: zeroHash })]
  if (amount % 4n === 2n) return [said(pass, accessPassAbi, 'MetadataUpdate', { _tokenId: tokenId })]
  return [said(pass, accessPassAbi, 'SubscriptionUpdate', { tokenId, expiration: soon + (amount % 9_999n) })]
}

function changeTier(_known: Known, { who, amount }: Act): Said[] {
  if (amount % 3n === 0n) return [said(collection(who), accessPassAbi, 'PayTokenSet', { tierId: 1n, payToken: token(who) })]
  if (amount % 3n === 1n) return [said(collection(who), accessPassAbi, 'VouchersCancelled', { word: amount % 2n, mask: amount | 1n })]
  return [tierSet(who, amount)]
}

function fund({ funds }: Known, { who, amount }: Act, contracts: Contracts): Said[] {
  const [market, account, has] = [contract(contracts, 'passMarket'), holder(who), funds.get(holder(who)) ?? 0n]
  if (amount % 3n === 0n && has > 0n) {
    add(funds, account, -has)
    return [said(market, passMarketAbi, 'OfferFundsTaken', { account, amountWei: has })]
  }
  add(funds, account, amount)
  return [said(market, passMarketAbi, 'OfferFundsAdded', { account, payer: account, amountWei: amount })]
}

function cancel({ counters, nonces }: Known, { who, amount }: Act, contracts: Contracts): Said[] {
  const maker = holder(who)
  const market = contract(contracts, 'passMarket')
  if (amount % 3n === 0n) {
    add(nonces, maker, 1n)
    const nonce = (nonces.get(maker) ?? 1n) - 1n
    return [said(contract(contracts, 'tokenFactory'), tokenFactoryAbi, 'TermsRevoked', { creator: maker, nonce })]
  }
  if (amount % 3n === 1n) return [said(market, passMarketAbi, 'OrdersCancelled', { maker, word: amount % 2n, mask: 1n << (amount % 250n) })]
  add(counters, maker, 1n)
  return [said(market, passMarketAbi, 'OrderCounterRaised', { maker, counter: counters.get(maker) ?? 1n })]
}

function trade({ tokens, owed }: Known, { who, other, amount }: Act): Said[] {
  const [at, person] = [token(who), holder(other)]
  const key = `${at} ${person}`
  const has = tokens.get(key) ?? 0n
  const fees = (5n << 128n) | 3n
  add(owed, at, 1n)
  if (amount % 2n === 0n && has > 0n) {
    add(tokens, key, -has)
    return [
      said(at, personalTokenAbi, 'Transfer', { from: person, to: zeroAddress, amount: has }),
      said(at, personalTokenAbi, 'Sold', { seller: person, to: person, amounts: (has << 128n) | 7n, fees, ref: zeroHash }),
    ]
  }
  add(tokens, key, amount)
  return [
    said(at, personalTokenAbi, 'Transfer', { from: zeroAddress, to: person, amount }),
    said(at, personalTokenAbi, 'Bought', { payer: person, to: person, amounts: (11n << 128n) | amount, fees, ref: zeroHash }),
  ]
}

function sendTokens({ tokens }: Known, { who, other, amount }: Act): Said[] {
  const [at, from, to] = [token(who), holder(other), holder(other + 1)]
  const has = tokens.get(`${at} ${from}`) ?? 0n
  if (has === 0n) return []
  const sent = 1n + (amount % has)
  add(tokens, `${at} ${from}`, -sent)
  add(tokens, `${at} ${to}`, sent)
  return [said(at, personalTokenAbi, 'Transfer', { from, to, amount: sent })]
}

function changeToken({ owed }: Known, { who, amount }: Act): Said[] {
  const at = token(who)
  const trades = owed.get(at) ?? 0n
  if (amount % 4n === 0n) return [said(at, personalTokenAbi, 'CreatorFeeLowered', { bps: amount % 300n })]
  if (amount % 4n === 1n) return [said(at, personalTokenAbi, 'FirstBuyLocked', { amount, untilS: soon })]
  if (amount % 4n === 2n) return [said(at, personalTokenAbi, 'FirstBuyReleased', { amount })]
  owed.set(at, 0n)
  const claim = { payee: holder(who), creatorWei: trades * 5n, feeRecipient: holder(who), protocolWei: trades * 3n }
  return [said(at, personalTokenAbi, 'Claimed', claim)]
}

const launchesAt = (contracts: Contracts): Address => batchLaunchOf(contract(contracts, 'tokenFactory'))

function deposit({ launches }: Known, { who, other, amount }: Act, contracts: Contracts): Said[] {
  const at = launchesAt(contracts)
  const logs: Said[] = []
  if (!launches.at(-1)?.isOpen) {
    launches.push({ isOpen: true, deposits: new Map(), claimed: new Set() })
    const terms = { name: word('Fair'), symbol: word('FAIR'), preset: 1, creatorBps: 300, lockSeconds: 0 }
    const bounds = { capWei: amount, targetWei: amount, closesAtS: soon }
    logs.push(said(at, batchLaunchAbi, 'BatchOpened', { id: BigInt(launches.length), creator: holder(who), terms, ...bounds }))
  }
  const account = holder(other)
  const deposits = launches.at(-1)?.deposits
  deposits?.set(account, (deposits.get(account) ?? 0n) + amount)
  const id = BigInt(launches.length)
  return [...logs, said(at, batchLaunchAbi, 'Deposited', { id, account, amountWei: amount, countedWei: amount / 2n })]
}

function endLaunch({ launches }: Known, { who, amount }: Act, contracts: Contracts): Said[] {
  const launch = launches.at(-1)
  if (!launch?.isOpen) return []
  launch.isOpen = false
  const at = launchesAt(contracts)
  const id = BigInt(launches.length)
  if (amount % 2n === 0n) return [said(at, batchLaunchAbi, 'BatchFailed', { id })]
  return [said(at, batchLaunchAbi, 'BatchSettled', { id, token: token(who), spentWei: 0n, tokens: amount })]
}

function claimLaunch({ launches }: Known, { who }: Act, contracts: Contracts): Said[] {
  const [n, account] = [who % Math.max(1, launches.length), holder(who)]
  const launch = launches[n]
  const amount = launch?.deposits.get(account)
  if (!launch || launch.isOpen || amount === undefined || launch.claimed.has(account)) return []
  launch.claimed.add(account)
  const claim = { id: BigInt(n + 1), account, token: token(who), tokens: 1n, paidWei: amount / 2n, refundWei: amount - amount / 2n }
  return [said(launchesAt(contracts), batchLaunchAbi, 'BatchClaimed', claim)]
}
