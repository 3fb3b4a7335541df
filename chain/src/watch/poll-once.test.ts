import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fakeSource, type Happening } from '../testing/fake-source.ts'
import { memorySink } from '../testing/memory-sink.ts'
import { pollOnce, ReorgTooDeepError } from './poll-once.ts'

type Source = ReturnType<typeof fakeSource>
type Sink = ReturnType<typeof memorySink>

async function catchUp(source: Source, sink: Sink, fromBlock = 0n) {
  for (let rounds = 0; rounds < 1_000; rounds += 1) {
    if ((await pollOnce(source, sink, fromBlock)).did === 'rest') return
  }
  throw new Error('never at rest')
}

const seen = (sink: Sink) => sink.blocks.map(({ hash, logs }) => ({ hash, logs: logs.map((log) => log.txHash) }))
const truth = ({ chain }: Source, from = 0) => chain.slice(from).map(({ hash, logs }) => ({ hash, logs: logs.map((log) => log.txHash) }))

const few = fc.integer({ min: 1, max: 4 })
const logs = fc.integer({ min: 0, max: 3 })
const depth = fc.integer({ min: 1, max: 30 })
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('mine' as const), count: few, logs }),
  fc.record({ kind: fc.constant('mine' as const), count: fc.integer({ min: 100, max: 260 }), logs }),
  fc.record({ kind: fc.constant('reorg' as const), depth, count: fc.integer({ min: 0, max: 35 }), logs }),
  fc.record({ kind: fc.constant('shrink' as const), depth }),
  fc.record({ kind: fc.constant('lag' as const), blocks: depth, answers: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('fail' as const), answers: few }),
)
const scripts = fc.array(fc.record({ what: happenings, during: fc.boolean(), polls: fc.integer({ min: 0, max: 3 }) }), {
  maxLength: 25,
})

test('whatever the chain and its node do, the sink ends as if only the final chain had been', async () => {
  await fc.assert(
    fc.asyncProperty(scripts, fc.integer({ min: 0, max: 20 }), async (script, start) => {
      const [source, sink, from] = [fakeSource(), memorySink(), BigInt(start)]
      for (const { what, during, polls } of script) {
        if (during) source.later.push(what)
        else source.happen(what)
        for (let i = 0; i < polls; i += 1) await pollOnce(source, sink, from).catch(mustBeTheNode)
      }
      source.heal()
      // A chain that shrank looks like a lagging node until it grows again.
      source.happen({ kind: 'mine', count: 64, logs: 1 })
      await catchUp(source, sink, from)
      expect(seen(sink)).toEqual(truth(source, start))
    }),
    { numRuns: 300 },
  )
})

function mustBeTheNode(error: unknown) {
  if (!(error instanceof Error) || !['the node is away', 'unknown block'].includes(error.message)) throw error
}

test('an older head on the same chain changes nothing', async () => {
  const [source, sink] = [fakeSource(), memorySink()]
  source.happen({ kind: 'mine', count: 30, logs: 1 })
  await catchUp(source, sink)
  source.happen({ kind: 'lag', blocks: 20, answers: 99 })
  expect((await pollOnce(source, sink, 0n)).did).toBe('rest')
  expect(sink.blocks).toHaveLength(31)
})

test.each([1, 2, 20, 63, 64])('a reorg of %i blocks is followed', async (blocks) => {
  const [source, sink] = [fakeSource(), memorySink()]
  source.happen({ kind: 'mine', count: 100, logs: 2 })
  await catchUp(source, sink)
  rewrite(source, blocks)
  await catchUp(source, sink)
  expect(seen(sink)).toEqual(truth(source))
})

test('a reorg of 65 blocks stops the watch and undoes nothing', async () => {
  const [source, sink] = [fakeSource(), memorySink()]
  source.happen({ kind: 'mine', count: 100, logs: 0 })
  await catchUp(source, sink)
  const before = seen(sink)
  rewrite(source, 65)
  await expect(catchUp(source, sink)).rejects.toBeInstanceOf(ReorgTooDeepError)
  expect(seen(sink)).toEqual(before)
})

test('a reorg below the first watched block undoes everything', async () => {
  const [source, sink] = [fakeSource(), memorySink()]
  source.happen({ kind: 'mine', count: 10, logs: 0 })
  await catchUp(source, sink, 8n)
  rewrite(source, 6)
  await catchUp(source, sink, 8n)
  expect(seen(sink)).toEqual(truth(source, 8))
})

test('a block that could not be stored is offered again', async () => {
  const [source, sink] = [fakeSource(), memorySink()]
  source.happen({ kind: 'mine', count: 3, logs: 1 })
  const broken = { ...sink, apply: () => Promise.reject(new Error('database away')) }
  await expect(pollOnce(source, broken, 0n)).rejects.toThrow('database away')
  await catchUp(source, sink)
  expect(seen(sink)).toEqual(truth(source))
})

test('a range answered from another fork is asked again, not stored', async () => {
  const [source, sink] = [fakeSource(), memorySink()]
  source.happen({ kind: 'mine', count: 200, logs: 1 })
  const other = fakeSource()
  other.happen({ kind: 'shrink', depth: 0 })
  other.happen({ kind: 'mine', count: 200, logs: 1 })
  const mixed = { ...source, logsBetween: other.logsBetween }
  expect((await pollOnce(mixed, sink, 0n)).did).toBe('later')
  expect(sink.blocks).toHaveLength(0)
})

test('positions count the logs of one transaction, in chain order', async () => {
  const [source, sink] = [fakeSource(), memorySink()]
  source.happen({ kind: 'mine', count: 1, logs: 3 })
  await catchUp(source, sink)
  expect(sink.blocks.at(-1)?.logs.map((log) => log.positionInTx)).toEqual([0, 1, 0])
})

/** Replaces the top blocks by one more than there were; the fake's own depth limit is for random runs only. */
function rewrite(source: Source, blocks: number) {
  source.chain.length -= blocks
  source.happen({ kind: 'reorg', depth: 0, count: blocks + 1, logs: 1 })
}
