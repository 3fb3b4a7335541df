// A long history in the inbox, written by SQL in the form that a chain gives it, and what projections make of it.
import { zeroAddress, zeroHash } from 'viem'
import { accessPassAbi } from '../chain/src/abi/access-pass.ts'
import { passMarketAbi } from '../chain/src/abi/pass-market.ts'
import { personalTokenAbi } from '../chain/src/abi/personal-token.ts'
import type { Contracts } from '../chain/src/addresses.ts'
import type { Db } from '../server/src/kernel/db.ts'
import { births, collection, holder, token } from '../server/src/testing/drawn-acts.ts'
import { type Mined, type Said, said } from '../server/src/testing/played-chain.ts'

const pass = collection(0)
const coin = token(0)
const supply = 10n ** 21n
const firstS = 1_700_000_000

/** The logs that a history begins with: who made what, and the supply that is then sent around. */
export const opening = (contracts: Contracts): Said[] => [
  ...births(contracts),
  said(coin, personalTokenAbi, 'Transfer', { from: zeroAddress, to: holder(0), amount: supply }),
  said(coin, personalTokenAbi, 'Bought', { payer: holder(0), to: holder(0), amounts: (11n << 128n) | supply, fees: 3n, ref: zeroHash }),
]

/** A block in which five holders buy and renew passes, trade and send tokens, and pay in at the market. */
export const touching = (contracts: Contracts, block: number): Mined =>
  [0, 1, 2, 3, 4].map((n) => {
    const [one, other] = [holder(n), holder(n + 1)]
    const bought = (1n << 32n) | BigInt(3_000_000 + block * 5 + n)
    const held = (1n << 32n) | BigInt(1 + n)
    const amount = 10n ** 15n
    return [
      said(pass, accessPassAbi, 'Transfer', { from: zeroAddress, to: one, id: bought }),
      said(pass, accessPassAbi, 'SubscriptionUpdate', { tokenId: bought, expiration: BigInt(firstS) }),
      said(pass, accessPassAbi, 'SubscriptionUpdate', { tokenId: held, expiration: BigInt(firstS + block) }),
      said(coin, personalTokenAbi, 'Transfer', { from: zeroAddress, to: one, amount }),
      said(coin, personalTokenAbi, 'Bought', { payer: one, to: one, amounts: (11n << 128n) | amount, fees: 3n, ref: zeroHash }),
      said(coin, personalTokenAbi, 'Transfer', { from: one, to: other, amount: 1n }),
      said(contracts.passMarket ?? zeroAddress, passMarketAbi, 'OfferFundsAdded', { account: one, payer: one, amountWei: 1n }),
    ]
  })

const word = (n: string) => `'0x' || lpad(to_hex(${n}), 64, '0')`
const person = (n: string) => `'0x' || lpad(to_hex(1000000 + ${n}), 40, '0')`
const indexed = (address: string) => `'0x' || lpad(substr(${address}, 3), 64, '0')`
const at = `to_timestamp(${firstS} + block * 30)`
const topicOf = (log: Said) => `'${log.topics[0]}'`

type Lot = { kind: string; address: string; count: number; index: string; topics: readonly string[]; data: string }

const insert = (chainId: number, { kind, address, count, index, topics, data }: Lot): string =>
  `insert into chain_logs (kind, chain_id, block_hash, log_index, block_number, tx_hash, position_in_tx, address, topics, data, at)
   select '${kind}', ${chainId}, '0xb' || block, ${index}, block, '0x' || ${index}, 0, '${address}', array[${topics.join(', ')}], ${data}, ${at}
     from generate_series(1, ${count}) n, lateral (select 2 + n % 1000 as block) b`

/**
 * So many logs in a thousand blocks: three tenths of one collection's passes, three of one token's moves, one of a wallet
 * that pays in at the market, and three of others who do. With them what projections hold of all of that.
 */
export async function fillHistory(db: Db, chain: { id: number; contracts: Contracts }, logs: number): Promise<void> {
  const [id, market] = [chain.id, (chain.contracts.passMarket ?? zeroAddress).toLowerCase()]
  const [passes, moves, own] = [Math.round(logs * 0.15), Math.round(logs * 0.3), Math.round(logs * 0.1)]
  const [bought, renewed, , , , sent, funded] = touching(chain.contracts, 0)[0] as [Said, Said, Said, Said, Said, Said, Said]
  const owner = person('n % 50000')
  const [giver, payer] = [`'${holder(0)}'`, person('n % 20000')]
  const passId = '4294967296 + n'
  const fundedBy = (account: string) => [topicOf(funded), indexed(account), indexed(account)]
  const statements = [
    insert(id, {
      ...{ kind: 'accessPass', address: pass, count: passes, index: 'n * 8' },
      ...{ topics: [topicOf(bought), word('0'), indexed(owner), word(passId)], data: `'0x'` },
    }),
    insert(id, {
      ...{ kind: 'accessPass', address: pass, count: passes, index: 'n * 8 + 1' },
      ...{ topics: [topicOf(renewed), word(passId)], data: word(String(firstS)) },
    }),
    insert(id, {
      ...{ kind: 'personalToken', address: coin, count: moves, index: 'n * 8 + 2' },
      ...{ topics: [topicOf(sent), indexed(giver), indexed(owner)], data: word('1') },
    }),
    insert(id, { kind: 'passMarket', address: market, count: own, index: 'n * 8 + 3', topics: fundedBy(giver), data: word('1') }),
    insert(id, { kind: 'passMarket', address: market, count: moves, index: 'n * 8 + 4', topics: fundedBy(payer), data: word('1') }),
    `insert into pass_tokens (chain_id, collection, token_id, tier_id, owner, expires_at, minted_block, changed_block)
     select ${id}, '${pass}', ${passId}, 1, ${owner}, to_timestamp(${firstS}), 2 + n % 1000, 2 + n % 1000 from generate_series(1, ${passes}) n`,
    `update pass_tiers set minted = ${passes} where chain_id = ${id} and collection = '${pass}'`,
    `insert into token_balances (chain_id, token, holder, amount)
     select ${id}, '${coin}', ${owner}, count(*) from generate_series(1, ${moves}) n group by ${owner}`,
    `update token_balances set amount = amount - ${moves} where chain_id = ${id} and token = '${coin}' and holder = ${giver}`,
    `insert into market_wallets (chain_id, wallet, counter, funds_wei) select ${id}, ${giver}, 0, ${own}
     union all select ${id}, ${payer}, 0, count(*) from generate_series(1, ${moves}) n group by ${payer}`,
    'vacuum analyze',
  ]
  for (const statement of statements) await db.pool.query(statement)
}
