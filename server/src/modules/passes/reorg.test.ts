import { accessPassAbi } from '@corefans/chain/abi/access-pass.ts'
import { buyPass } from '@corefans/chain/actions/buy-pass.ts'
import { readTier } from '@corefans/chain/actions/read-tier.ts'
import { serialOf } from '@corefans/chain/pass-id.ts'
import { getBlockNumber, readContract } from 'viem/actions'
import { expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import type { Person } from '../../testing/person.ts'
import { applied, aTier, aWallet, buy, give, type Tier } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })
type Wallet = Awaited<ReturnType<typeof aWallet>>

/** Every token of the collection as the chain has it: its owner and expiry by id. */
async function truth(tier: Tier): Promise<Record<string, string>> {
  const client = reading(world().rpcUrl)
  const minted = (await readTier(client, tier))?.minted ?? 0
  const tokens: Record<string, string> = {}
  for (let serial = 1; serial <= minted; serial++) {
    const id = (BigInt(tier.tierId) << 32n) | BigInt(serial)
    const at = { address: tier.pass, abi: accessPassAbi, args: [id] as const }
    const owner = await readContract(client, { ...at, functionName: 'ownerOf' })
    tokens[String(serialOf(id))] = `${owner.toLowerCase()} ${await readContract(client, { ...at, functionName: 'expiresAt' })}`
  }
  return tokens
}

async function stored(tier: Tier): Promise<{ tokens: Record<string, string>; minted: number }> {
  const rows = await world().db.sql<{ id: string; owner: string; at: string }>(
    `select token_id::text as id, owner, extract(epoch from expires_at)::bigint::text as at from pass_tokens where collection = $1`,
    [tier.pass.toLowerCase()],
  )
  const [row] = await world().db.sql<{ minted: number }>(`select minted from pass_tiers where collection = $1`, [tier.pass.toLowerCase()])
  return { tokens: Object.fromEntries(rows.map((r) => [String(serialOf(BigInt(r.id))), `${r.owner} ${r.at}`])), minted: row?.minted ?? 0 }
}

async function caughtUp(): Promise<void> {
  const client = reading(world().rpcUrl)
  for (;;) {
    const head = await getBlockNumber(client, { cacheTime: 0 })
    await applied(world(), Number(head))
    const [tip] = await world().db.sql<{ hash: string }>(`select hash from chain_blocks order by number desc limit 1`)
    const block = await client.request({ method: 'eth_getBlockByNumber', params: ['latest', false] })
    if (tip?.hash === block?.hash) return
    world().host.chain.poke()
    await new Promise((done) => setTimeout(done, 20))
  }
}

test('passes and access equal the chain after reorgs of depth 1 to 20 under load', async () => {
  const creator = await world().person()
  const tier = await aTier(world(), await aWallet(world(), creator), { priceWei: 20n })
  const post = await creator.must('POST /api/posts', { text: 'secret', audience: { anyOf: [[{ kind: 'pass' }]] } })
  const people: [Person, Wallet][] = []
  for (let i = 0; i < 4; i++) {
    const person = await world().person()
    people.push([person, await aWallet(world(), person)])
  }
  let undone = 0
  for (let depth = 1; depth <= 20; depth++) {
    for (let i = 0; i < depth + 2; i++) {
      const [, wallet] = people[i % people.length] as [Person, Wallet]
      await buyPass(wallet, tier)
    }
    await caughtUp()
    const before = (await stored(tier)).minted
    await reading(world().rpcUrl).request({ method: 'anvil_reorg' as never, params: [depth, []] as never })
    await caughtUp()
    const after = await stored(tier)
    const onChain = await truth(tier)
    expect(after.tokens).toEqual(onChain)
    expect(after.minted).toBe(Object.keys(onChain).length)
    undone += before - after.minted
    const owners = new Set(Object.values(onChain).map((token) => token.split(' ')[0]))
    for (const [person, wallet] of people) {
      const view = await person.must('GET /api/posts/:postId', { postId: post.id })
      expect(view.locked).toBe(!owners.has(wallet.account.address.toLowerCase()))
    }
  }
  expect(undone).toBeGreaterThan(20) // the reorgs did take passes back
})

test('a reorg that takes back a gift gives the access back to the giver', async () => {
  const creator = await world().person()
  const tier = await aTier(world(), await aWallet(world(), creator), { priceWei: 20n })
  const post = await creator.must('POST /api/posts', { text: 'secret', audience: { anyOf: [[{ kind: 'pass' }]] } })
  const [giver, receiver] = [await world().person(), await world().person()]
  const [from, to] = [await aWallet(world(), giver), await aWallet(world(), receiver)]
  const id = await buy(world(), from, tier)
  await give(world(), from, to, { pass: tier.pass, id })
  const locked = async (person: Person) => (await person.must('GET /api/posts/:postId', { postId: post.id })).locked
  expect([await locked(giver), await locked(receiver)]).toEqual([true, false])
  await reading(world().rpcUrl).request({ method: 'anvil_reorg' as never, params: [1, []] as never })
  await caughtUp()
  expect([await locked(giver), await locked(receiver)]).toEqual([false, true])
})
