import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fakeSource } from '../testing/fake-source.ts'
import { memorySink } from '../testing/memory-sink.ts'
import { pollOnce } from './poll-once.ts'
import { NoQuorumError, quorumOf, quorumSource } from './quorum.ts'
import type { ChainSource } from './types.ts'

const never = () => new Promise<never>(() => {})
const dead = () => Promise.reject(new Error('dead'))

/** Everything that a node can get wrong, told by its name. */
const faults: Record<string, (honest: ChainSource) => ChainSource> = {
  'drops a log': (honest) => ({
    ...honest,
    logsOf: async (hash) => (await honest.logsOf(hash)).slice(1),
    logsBetween: async (from, to) => (await honest.logsBetween(from, to)).slice(1),
  }),
  'invents a log': (honest) => ({
    ...honest,
    logsOf: async (hash) => {
      const logs = await honest.logsOf(hash)
      return logs[0] ? [...logs, { ...logs[0], logIndex: 99, data: '0xbad' }] : logs
    },
  }),
  'serves an old head': (honest) => ({ ...honest, head: async () => (await honest.header(0n)) ?? dead() }),
  'serves another chain': (honest) => ({
    ...honest,
    head: async () => ({ ...(await honest.head()), hash: '0xother' }),
    header: async (number) => {
      const block = await honest.header(number)
      return block && { ...block, hash: '0xother', parentHash: '0xother' }
    },
    logsOf: dead,
  }),
  'claims a head far ahead': (honest) => ({ ...honest, head: async () => ({ ...(await honest.head()), number: 10_000n }) }),
  stalls: () => ({ head: never, header: never, logsOf: never, logsBetween: never }),
  'is dead': () => ({ head: dead, header: dead, logsOf: dead, logsBetween: dead }),
}

async function catchUp(source: ChainSource, sink: ReturnType<typeof memorySink>) {
  for (let rounds = 0; rounds < 500; rounds += 1) if ((await pollOnce(source, sink, 0n)).did === 'rest') return
  throw new Error('never at rest')
}

const seen = (sink: ReturnType<typeof memorySink>) => sink.blocks.map(({ hash, logs }) => [hash, logs.map((log) => log.data + log.txHash)])

test.each(Object.keys(faults))('with one node of three that %s, the sink ends as the chain', async (fault) => {
  const honest = fakeSource()
  honest.happen({ kind: 'mine', count: 30, logs: 3 })
  const liar = (faults[fault] as (typeof faults)[string])(honest)
  for (const place of [0, 1, 2]) {
    const sources: ChainSource[] = [honest, honest]
    sources.splice(place, 0, liar)
    const [sink, truth] = [memorySink(), memorySink()]
    await catchUp(quorumSource(sources), sink)
    await catchUp(honest, truth)
    expect(seen(sink)).toEqual(seen(truth))
  }
})

test('alone, a node that drops a log is believed: that is what the quorum is for', async () => {
  const honest = fakeSource()
  honest.happen({ kind: 'mine', count: 5, logs: 2 })
  const [sink, truth] = [memorySink(), memorySink()]
  await catchUp(quorumSource([(faults['drops a log'] as (typeof faults)[string])(honest)]), sink)
  await catchUp(honest, truth)
  expect(seen(sink)).not.toEqual(seen(truth))
})

test('two that lie in different ways against one that does not: nothing is believed', async () => {
  const honest = fakeSource()
  honest.happen({ kind: 'mine', count: 5, logs: 2 })
  const liars = ['drops a log', 'invents a log'].map((fault) => (faults[fault] as (typeof faults)[string])(honest))
  const sink = memorySink()
  await expect(catchUp(quorumSource([honest, ...liars]), sink)).rejects.toBeInstanceOf(NoQuorumError)
  expect(sink.blocks.flatMap(({ logs }) => logs)).toEqual([])
})

test('no minority of nodes makes an answer, whatever it says', async () => {
  const votes = fc.array(fc.constantFrom('a', 'b', 'c', 'dead'), { minLength: 2, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(votes, async (says) => {
      const header = (hash: string) =>
        hash === 'dead' ? dead() : Promise.resolve({ number: 1n, hash, parentHash: '0x', timestampS: 0n } as never)
      const sources = says.map((hash) => ({ ...fakeSource(), header: () => header(hash) }))
      const counts = ['a', 'b', 'c'].map((hash) => says.filter((said) => said === hash).length)
      const answer = await quorumSource(sources)
        .header(1n)
        .catch((error: unknown) => error)
      if (Math.max(...counts) >= quorumOf(says.length))
        expect(answer).toMatchObject({ hash: ['a', 'b', 'c'][counts.indexOf(Math.max(...counts))] })
      else expect(answer).toBeInstanceOf(NoQuorumError)
    }),
  )
})
