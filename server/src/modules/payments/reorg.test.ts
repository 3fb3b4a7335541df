import { randomUUID } from 'node:crypto'
import { paymentsAbi } from '@corefans/chain/abi/payments.ts'
import { payOnce, tip } from '@corefans/chain/actions/tip.ts'
import { refOf } from '@corefans/chain/payment-ref.ts'
import type { Hex } from 'viem'
import { getBlockNumber, getContractEvents } from 'viem/actions'
import { expect, test } from 'vitest'
import { reading } from '../../demo/chain.ts'
import { contractOf, reorg } from '../../testing/payments.ts'
import type { Person } from '../../testing/person.ts'
import { applied, aWallet } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld({ ownChain: true })

test('PAY-04 tips, purchases, grants and counts equal the chain after reorgs of depth 1 to 19 under load', async () => {
  const seller = await world().person()
  const payee = (await aWallet(world(), seller)).account.address
  const people: [Person, Awaited<ReturnType<typeof aWallet>>][] = []
  for (let i = 0; i < 3; i++) {
    const person = await world().person()
    people.push([person, await aWallet(world(), person)])
  }
  const payments = contractOf(world(), 'payments')
  const key = () => ({ 'idempotency-key': randomUUID() })
  const post = await seller.must('POST /api/posts', { text: 'tip me' })
  let undone = 0
  for (let depth = 1; depth <= 20; depth += 3) {
    const sold = await seller.must('POST /api/posts', {
      text: 'sold',
      audience: { anyOf: [[{ kind: 'purchase', currency: 'core', amount: '100' }]] },
    })
    for (let i = 0; i < depth + 2; i++) {
      const [person, wallet] = people[i % 3] as (typeof people)[number]
      const intent = { handle: seller.handle, postId: post.id, currency: 'core' as const, amount: String(i + 1) }
      const { body } = await person.call('POST /api/tips', intent, key())
      if (i % 2 === 0) await tip(wallet, { payments, payee, amountWei: BigInt(i + 1), ref: body.terms.ref as Hex })
      else await payOnce(wallet, { payments, payee, amountWei: 7n, ref: refOf(randomUUID(), BigInt(depth * 100 + i)) })
    }
    const [buyer, wallet] = people[depth % 3] as (typeof people)[number]
    const { body: invoice } = await buyer.call('POST /api/posts/:postId/purchase', { postId: sold.id }, key())
    await payOnce(wallet, { payments, payee, amountWei: 100n, ref: invoice.terms.ref as Hex })
    const client = reading(world().rpcUrl)
    await applied(world(), Number(await getBlockNumber(client, { cacheTime: 0 })))
    const standing = async () =>
      (
        await world().db.sql<{ key: string }>(
          `select tx_hash || ' ' || gross::text as key from payments where reversed_at is null order by 1`,
        )
      ).map((row) => row.key)
    const before = (await standing()).length
    await reorg(world(), depth)
    const onChain = await getContractEvents(client, { address: payments, abi: paymentsAbi, eventName: 'Paid', fromBlock: 0n })
    expect(await standing()).toEqual(onChain.map(({ transactionHash, args }) => `${transactionHash} ${args.gross}`).sort())
    undone += before - (await standing()).length
    const [sums] = await world().db.sql<{ counted: number; tips: number; grants: number; bought: number }>(
      `select (select coalesce(sum(tips), 0)::int from tip_counts) as counted, (select count(*)::int from payments where purpose = 'tip' and reversed_at is null and subject_id is not null) as tips,
              (select count(*)::int from access_grants) as grants, (select count(*)::int from payments where purpose = 'purchase' and reversed_at is null) as bought`,
    )
    expect([sums?.counted, sums?.grants]).toEqual([sums?.tips, sums?.bought])
    const paid = onChain.some(({ args }) => args.ref === invoice.terms.ref)
    expect((await buyer.must('GET /api/posts/:postId', { postId: sold.id })).locked).toBe(!paid)
  }
  expect(undone).toBeGreaterThan(20)
})
