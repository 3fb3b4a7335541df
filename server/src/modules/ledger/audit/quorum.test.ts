import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { buyPass } from '@corefans/chain/actions/buy-pass.ts'
import { devnet } from '@corefans/chain/chains.ts'
import { encodeEventTopics, type Hash, numberToHex } from 'viem'
import { getBlockNumber, waitForTransactionReceipt } from 'viem/actions'
import { describe, expect, test } from 'vitest'
import { reading } from '../../../demo/chain.ts'
import { type Lie, lies, lyingRpc } from '../../../testing/lying-rpc.ts'
import { applied, aTier, aWallet, type Tier } from '../../../testing/wallet.ts'
import { aWorld, type TestWorld } from '../../../testing/world.ts'
import { auditLedger } from './index.ts'

const [paid] = encodeEventTopics({ abi: accessPassAbi, eventName: 'PassPaid' })
type Liar = Awaited<ReturnType<typeof lyingRpc>>

/** A second payment beside a true one, that never was. */
const forgery: Parameters<typeof lyingRpc>[1] = (log) =>
  log.topics[0] === paid ? { ...log, logIndex: numberToHex(Number(log.logIndex) + 100) } : null

async function aWorldBehind(count: 1 | 3): Promise<{ world: TestWorld; liar: Liar; stop: () => Promise<void> }> {
  const proxies: Liar[] = []
  const nodes = async (rpcUrl: string): Promise<[string, ...string[]]> => {
    for (let i = 0; i < count; i++) proxies.push(await lyingRpc(rpcUrl, forgery))
    return proxies.map(({ url }) => url) as [string, ...string[]]
  }
  const world = await aWorld({ ownChain: true, nodes, env: { LOG_LEVEL: 'silent' } })
  const stop = async () => {
    await world.stop()
    for (const proxy of proxies) await proxy.stop()
  }
  return { world, liar: proxies[0] as Liar, stop }
}

const audit = (world: TestWorld) =>
  auditLedger(world.db, {
    chainId: devnet.id,
    chain: { client: reading(world.engineUrl), contracts: world.host.chain.contracts, fromBlock: 0n },
  })

/** A sale while the node lies, a sale after it stopped lying; how far behind we then were, and for how long. */
async function sellThrough(
  world: TestWorld,
  liar: Liar,
  at: { fan: Awaited<ReturnType<typeof aWallet>>; tier: Tier; lie: Lie },
): Promise<number> {
  const mined = (hash: Hash) => waitForTransactionReceipt(reading(world.engineUrl), { hash })
  await liar.tell(at.lie)
  await mined(await buyPass(at.fan, at.tier))
  world.host.chain.poke()
  await new Promise((done) => setTimeout(done, 1_500))
  await liar.tell('honest')
  const started = performance.now()
  await mined(await buyPass(at.fan, at.tier))
  await applied(world, Number(await getBlockNumber(reading(world.engineUrl), { cacheTime: 0 })))
  return performance.now() - started
}

async function suite(count: 1 | 3, told: readonly Lie[]) {
  const { world, liar, stop } = await aWorldBehind(count)
  try {
    const [creator, fan] = [await aWallet(world, await world.person()), await aWallet(world, await world.person())]
    const tier = await aTier(world, creator, { priceWei: 20n })
    let slowestMs = 0
    for (const lie of told) slowestMs = Math.max(slowestMs, await sellThrough(world, liar, { fan, tier, lie }))
    const { postings, lost, false: falsely, double, drift } = await audit(world)
    const result = { postings, false: falsely, lost, double, drift, caughtUpWithinS: Math.round(slowestMs / 100) / 10 }
    console.log(`${count === 1 ? 'quorum of 1' : 'quorum 2 of 3'}: ${JSON.stringify(result)}`)
    return result
  } finally {
    await stop()
  }
}

describe('PAY-04 a node that lies', () => {
  test('alone is believed: a false credit and a lost one', async () => {
    // Alone, another chain is not answered by a false credit but by stopping: there is no common block.
    const found = await suite(1, ['drops a log', 'invents a log', 'serves an old head', 'stalls', 'dies'])
    expect(found.false).toBeGreaterThan(0)
    expect(found.lost).toBeGreaterThan(0)
  })

  test('among three is outvoted whatever it does: nothing false, nothing lost, caught up within 60 s', async () => {
    const found = await suite(3, lies)
    expect(found).toMatchObject({ false: 0, lost: 0, double: 0, drift: 0 })
    expect(found.caughtUpWithinS).toBeLessThan(60)
  })
})
