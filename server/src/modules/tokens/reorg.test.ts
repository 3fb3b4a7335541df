import { personalTokenAbi } from '@corefans/chain/abi/personal-token.ts'
import { buyToken } from '@corefans/chain/actions/buy-token.ts'
import { claimTokenFees } from '@corefans/chain/actions/claim-token-fees.ts'
import { createToken } from '@corefans/chain/actions/create-token.ts'
import { tokenOf } from '@corefans/chain/actions/read-personal-token.ts'
import { sellToken } from '@corefans/chain/actions/sell-token.ts'
import { transferToken } from '@corefans/chain/actions/transfer-token.ts'
import type { SigningClient } from '@corefans/chain/clients.ts'
import { advanceClock } from '@corefans/chain/devnet/clock.ts'
import { getBlockNumber, getCode, readContract } from 'viem/actions'
import { expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { factoryOf, never, someTerms } from '../../testing/token.ts'
import { applied, aWallet, core } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
type Address = `0x${string}`

async function caughtUp(): Promise<void> {
  const client = reading(world().rpcUrl)
  for (;;) {
    await applied(world(), Number(await getBlockNumber(client, { cacheTime: 0 })))
    const [tip] = await world().db.sql<{ hash: string }>(`select hash from chain_blocks order by number desc limit 1`)
    const block = await client.request({ method: 'eth_getBlockByNumber', params: ['latest', false] })
    if (tip?.hash === block?.hash) return
    world().host.chain.poke()
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** Supply, debts and balances as the contract says; null if it is not there. */
async function truth(token: Address, holders: readonly Address[]) {
  const client = reading(world().rpcUrl)
  if ((await getCode(client, { address: token })) === undefined) return null
  const at = { address: token, abi: personalTokenAbi } as const
  const [supply, owed] = await Promise.all([
    readContract(client, { ...at, functionName: 'totalSupply' }),
    readContract(client, { ...at, functionName: 'owed' }),
  ])
  const balances = await Promise.all(holders.map((holder) => readContract(client, { ...at, functionName: 'balanceOf', args: [holder] })))
  return { supply: String(supply), creator: String(owed[0]), protocol: String(owed[1]), balances: balances.map(String) }
}

async function stored(token: Address, holders: readonly Address[]) {
  const [row] = await world().db.sql<{ supply: string; creator: string; protocol: string }>(
    `select supply::text, creator_owed_wei::text as creator, protocol_owed_wei::text as protocol from tokens where address = $1`,
    [token.toLowerCase()],
  )
  if (!row) return null
  const rows = await world().db.sql<{ holder: string; amount: string }>(
    `select holder, amount::text from token_balances where token = $1`,
    [token.toLowerCase()],
  )
  const of = new Map(rows.map(({ holder, amount }) => [holder, amount]))
  return { ...row, balances: holders.map((holder) => of.get(holder.toLowerCase()) ?? '0') }
}

/** Counts that must agree, whatever was taken back: trades, those in each kind of candle, and the last price. */
async function counts(token: Address) {
  const [row] = await world().db.sql<{ told: number; trades: number; minutes: number; days: number; same: boolean }>(
    `select t.trades as told, (select count(*)::int from token_trades where token = $1) as trades,
       (select coalesce(sum(trades), 0)::int from token_candles where token = $1 and span = '1m') as minutes,
       (select coalesce(sum(trades), 0)::int from token_candles where token = $1 and span = '1d') as days,
       coalesce((select close_wei from token_candles where token = $1 and span = '1h' order by starts_at desc limit 1) =
         (select price_wei from token_trades where token = $1 order by block_number desc, log_index desc limit 1), true) as same
     from tokens t where t.address = $1`,
    [token.toLowerCase()],
  )
  return row
}

const tradesOf = async (token: Address): Promise<number> => (await counts(token))?.trades ?? 0

async function actAt(random: number, wallets: readonly SigningClient[], token: Address): Promise<unknown> {
  const wallet = wallets[random % wallets.length] as SigningClient
  const other = wallets[(random + 1) % wallets.length] as SigningClient
  const kind = Math.floor(random / 7) % 5
  if (kind < 2) return buyToken(wallet, { token, valueWei: core, minOut: 0n, deadlineS: never })
  // What is not held, or not owed, is refused before it is sent; the storm goes on.
  if (kind === 2) return sellToken(wallet, { token, amount: core, minOutWei: 0n, deadlineS: never }).catch(() => null)
  if (kind === 3) return transferToken(wallet, { token, to: other.account.address, amount: core / 2n }).catch(() => null)
  return claimTokenFees(wallet, { token }).catch(() => null)
}

test('tokens equal the chain after reorgs of depth 1 to 20 under load, births included', async () => {
  const wallets: SigningClient[] = []
  for (let i = 0; i < 4; i++) wallets.push(await aWallet(world(), await world().person()))
  // What was set by hand is in no block: put the money below the deepest reorg.
  for (let i = 0; i < 25; i++) await advanceClock(reading(world().rpcUrl), 1_000)
  const [creator] = wallets as [SigningClient]
  const holders = wallets.map(({ account }) => account.address)
  const tokenFactory = factoryOf(world())
  const token = await tokenOf(creator, { tokenFactory, creator: creator.account.address })
  let undone = 0
  let unborn = 0
  for (let depth = 1; depth <= 20; depth++) {
    await createToken(creator, { tokenFactory, terms: someTerms }).catch(() => null)
    await caughtUp()
    for (let i = 0; i < depth + 2; i++) await actAt(depth * 31 + i * 17, wallets, token)
    await caughtUp()
    const before = await tradesOf(token)
    await reading(world().rpcUrl).request({ method: 'anvil_reorg' as never, params: [depth < 4 ? 6 : depth, []] as never })
    await caughtUp()
    expect(await stored(token, holders)).toEqual(await truth(token, holders))
    const after = await counts(token)
    if (!after) unborn += 1
    else expect(after).toEqual({ told: after.trades, trades: after.trades, minutes: after.trades, days: after.trades, same: true })
    undone += Math.max(0, before - (await tradesOf(token)))
  }
  // The storm was one: trades were taken back, and so was the token itself.
  expect(undone).toBeGreaterThan(20)
  expect(unborn).toBeGreaterThan(0)
}, 120_000)
