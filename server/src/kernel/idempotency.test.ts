import { beforeEach, describe, expect, test } from 'vitest'
import { backedBy } from '../testing/backing.ts'
import { useDatabase } from '../testing/database.ts'
import { nobody, transactOn } from './ctx.ts'
import { answerOnce } from './idempotency.ts'
import { http } from './problems.ts'

const database = useDatabase()
const account = '00000000-0000-7000-8000-000000000001'
let done: string[]
beforeEach(async () => {
  done = []
  await database().db.sql('truncate idempotency_keys')
  await database().db.sql('insert into accounts (id, created_at) values ($1, now()) on conflict do nothing', [account])
})

const call = (key: string, request: unknown, act = async () => ({ status: 201, body: { made: done.push(key) } as unknown })) =>
  transactOn(backedBy(database().db), new Map(), () => {})(nobody, (ctx) => answerOnce(ctx, { account, key }, request, act))

describe('an Idempotency-Key', () => {
  test('gives the first answer again and does nothing more', async () => {
    const first = await call('k', { amountWei: '5' })
    expect(first).toEqual({ status: 201, body: { made: 1 } })
    expect([await call('k', { amountWei: '5' }), await call('k', { amountWei: '5' })]).toEqual([first, first])
    expect(done).toEqual(['k'])
  })

  test('of another request is a conflict, and that request does nothing', async () => {
    await call('k', { amountWei: '5' })
    await expect(call('k', { amountWei: '6' })).rejects.toMatchObject({ code: 'http/idempotency-conflict' })
    expect(done).toEqual(['k'])
  })

  test('used by many at once acts once, and all have one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => call('k', { amountWei: '5' })))
    expect([done, new Set(answers.map((answer) => JSON.stringify(answer))).size]).toEqual([['k'], 1])
  })

  test('whose call was refused keeps nothing: the same call may succeed later', async () => {
    const refuse = async () => Promise.reject(http['not-allowed']())
    await expect(call('k', {}, refuse)).rejects.toMatchObject({ code: 'http/not-allowed' })
    expect(await call('k', {})).toMatchObject({ status: 201 })
  })

  test('of one account says nothing to another', async () => {
    const other = '00000000-0000-7000-8000-000000000002'
    await database().db.sql('insert into accounts (id, created_at) values ($1, now()) on conflict do nothing', [other])
    await call('k', {})
    const theirs = await transactOn(backedBy(database().db), new Map(), () => {})(nobody, (ctx) =>
      answerOnce(ctx, { account: other, key: 'k' }, {}, async () => ({ status: 200, body: 'mine' })),
    )
    expect(theirs.body).toBe('mine')
  })
})
