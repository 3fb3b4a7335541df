import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Address, type Hex, toHex } from 'viem'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accessPassAbi } from '../abi/access-pass.ts'
import { passFactoryAbi } from '../abi/pass-factory.ts'
import { buyPass } from '../actions/buy-pass.ts'
import { collectionOf } from '../actions/collection-of.ts'
import { createCollectionWithTier } from '../actions/create-collection-with-tier.ts'
import { startAnvil } from '../devnet/anvil.ts'
import { OPEN_SUPPLY } from '../pass-id.ts'
import { memorySink } from '../testing/memory-sink.ts'
import { aChain, type TestChain } from '../testing/test-chain.ts'
import { decoderOf } from './decode.ts'
import { followedOf } from './emitters.ts'
import { watchedTopics } from './events.ts'
import { ReorgTooDeepError } from './poll-once.ts'
import { rpcSource } from './rpc-source.ts'
import { watchChain } from './watch-chain.ts'

let chain: TestChain
beforeEach(async () => {
  chain = await aChain()
})
afterEach(() => chain.stop())

const free = { tierId: 1, priceWei: 0n, durationS: 86_400, maxSupply: OPEN_SUPPLY, perks: 0n, flags: 0 }
const ask = (method: string, params: readonly unknown[]) =>
  chain.client(0).request<{ Method: string; Parameters: readonly unknown[]; ReturnType: unknown }>({ method, params })

async function aCollection(): Promise<Address> {
  const [creator, { passFactory }] = [chain.client(1), chain.contracts]
  await chain.mined(await createCollectionWithTier(creator, { passFactory, ...free }))
  return collectionOf(creator, { passFactory, creator: creator.account.address })
}

function aWatch(pollMs = 20) {
  const [sink, ending, errors] = [memorySink(new Map(followedOf(chain.contracts))), new AbortController(), [] as unknown[]]
  const { signal } = ending
  const onError = (error: unknown) => void errors.push(error)
  const watch = watchChain({ clients: [chain.client(0)], sink, fromBlock: 0n, pollMs, signal, onError })
  const stop = async () => {
    ending.abort()
    await watch.stopped
  }
  return { watch, sink, stop, errors }
}

/** What the node itself says now, block by block. */
async function truth(): Promise<{ hashes: Hex[]; logs: string[] }> {
  const source = rpcSource(chain.client(0), watchedTopics)
  const head = await source.head()
  const numbers = Array.from({ length: Number(head.number) + 1 }, (_, index) => BigInt(index))
  const hashes = await Promise.all(numbers.map(async (number) => (await source.header(number))?.hash ?? '0x'))
  const logs = await source.logsBetween(0n, head.number)
  return { hashes, logs: logs.map((log) => `${log.blockHash} ${log.logIndex}`) }
}

const seen = ({ blocks }: ReturnType<typeof memorySink>) => ({
  hashes: blocks.map(({ hash }) => hash),
  logs: blocks.flatMap(({ hash, logs }) => logs.map((log) => `${hash} ${log.logIndex}`)),
})

/** Waits until the sink equals the chain; polling is the point here, so it is given time. */
async function mustAgree(sink: ReturnType<typeof memorySink>) {
  await expect.poll(async () => seen(sink), { timeout: 20_000, interval: 50 }).toEqual(await truth())
}

test('a collection created while watching is followed from its first log', async () => {
  const { watch, sink, stop } = aWatch()
  const pass = await aCollection()
  await chain.mined(await buyPass(chain.client(2), { pass, tierId: 1, priceWei: 0n }))
  watch.poke()
  const nameOf = decoderOf([...passFactoryAbi, ...accessPassAbi])
  const names = () => sink.blocks.flatMap(({ logs }) => logs).map((log) => nameOf(log)?.eventName)
  await expect.poll(() => names().slice(-5)).toEqual(['CollectionCreated', 'TierSet', 'Transfer', 'PassPaid', 'SubscriptionUpdate'])
  await stop()
})

test('a poke is answered at once, however long the interval', async () => {
  const { watch, sink, stop } = aWatch(60_000)
  await expect.poll(() => watch.lag().behind).toBe(0n)
  await ask('evm_mine', [])
  watch.poke()
  await expect.poll(() => sink.blocks.length, { timeout: 2_000 }).toBe(Number(watch.lag().applied) + 1)
  await expect.poll(() => watch.lag().head, { timeout: 2_000 }).toBe(BigInt(sink.blocks.length - 1))
  await stop()
})

test('reorgs of every depth from 1 to 20, and of 64, with sales going on end as the chain does', async () => {
  const pass = await aCollection()
  const buy = () => buyPass(chain.client(2), { pass, tierId: 1, priceWei: 0n })
  await ask('anvil_mine', ['0x50'])
  const { watch, sink, stop, errors } = aWatch()
  const undone = vi.spyOn(sink, 'undo')
  for (const depth of [...Array.from({ length: 20 }, (_, index) => index + 1), 64]) {
    // Empty blocks come back with the same hash, so the lowest of the dropped blocks must hold a sale.
    const { blockNumber } = await chain.mined(await buy())
    await ask('anvil_mine', [toHex(depth - 1)])
    watch.poke()
    await expect.poll(async () => (await sink.tip())?.number).toBe(blockNumber + BigInt(depth) - 1n)
    await ask('anvil_reorg', [depth, []])
    for (let sales = 0; sales < 3; sales += 1) await buy()
    watch.poke()
    await expect.poll(() => undone.mock.lastCall, { timeout: 10_000 }).toEqual([blockNumber - 1n])
  }
  await mustAgree(sink)
  expect(undone).toHaveBeenCalledTimes(21)
  expect(errors.filter((error) => !isAboutTheNode(error))).toEqual([])
  await stop()
})

/** While it rewrites its chain, anvil may not know a block it has just named. */
function isAboutTheNode(error: unknown) {
  return error instanceof Error && /block|Block|fetch|RPC/.test(error.message)
}

test('a node that goes away and comes back is followed on', async () => {
  const { watch, sink, stop, errors } = aWatch()
  await expect.poll(() => watch.lag().behind).toBe(0n)
  await chain.anvil.stop()
  await expect.poll(() => errors.length).toBeGreaterThan(0)
  const again = await startAnvil({ dataDir: chain.dataDir, port: Number(new URL(chain.anvil.rpcUrl).port) })
  await ask('evm_mine', [])
  await mustAgree(sink)
  await stop()
  await again.stop()
})

test('a node that shows another chain for a while undoes nothing, and is followed on when it shows ours again', async () => {
  await ask('anvil_mine', ['0x60'])
  const { watch, sink, stop, errors } = aWatch()
  await expect.poll(() => watch.lag().behind).toBe(0n)
  const before = seen(sink)
  const undone = vi.spyOn(sink, 'undo')
  const port = Number(new URL(chain.anvil.rpcUrl).port)
  await chain.anvil.stop()
  const folder = await mkdtemp(join(tmpdir(), 'corefans-other-chain-'))
  const other = await startAnvil({ dataDir: folder, port })
  await ask('anvil_mine', ['0x100'])
  await expect.poll(() => errors.some((error) => error instanceof ReorgTooDeepError), { timeout: 10_000 }).toBe(true)
  expect(seen(sink)).toEqual(before)
  expect(undone).not.toHaveBeenCalled()
  await other.stop()
  await rm(folder, { recursive: true })
  const again = await startAnvil({ dataDir: chain.dataDir, port })
  await ask('evm_mine', [])
  await mustAgree(sink)
  await stop()
  await again.stop()
})
