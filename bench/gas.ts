// Gas of every row of contracts/gas.mjs in one anvil run, beside the figure each must not exceed.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { say } from './world.ts'

/** What the first sketch of the design needed: the product, with all that it does more, stays at or below it. */
const limits: Record<string, number> = {
  'buy token, new holder': 62_497,
  'buy token, existing holder': 45_397,
  'sell token, part': 52_308,
  'transfer token to new holder': 53_908,
  'create token': 81_651,
  'buy, new fan': 85_503,
  'buy, existing holder': 68_403,
  'buy for ERC-20, existing holder': 91_063,
  renew: 40_902,
  'transfer to new holder': 61_499,
  'create collection': 72_452,
  'set tier, new': 48_300,
  'buy listed, new holder': 102_281,
  'buy listed, royalty refused and credited': 141_269,
  'buy listed for ERC-20': 141_269,
  'buy listed for ERC-20, first of that coin': 141_269,
  'tip, native': 39_042,
  'tip, ERC-20': 53_799,
  'pay once, warm word': 44_345,
  'pay once, first in word': 61_433,
}

export async function gas(): Promise<object> {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, '../contracts/gas.mjs')], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr || run.stdout)
  const rows = new Map(
    [...run.stdout.matchAll(/^gas (.+?) +(\d+)(?: \(was \d+\))?/gm)].map(([, row, figure]) => [row as string, Number(figure)]),
  )
  const over: string[] = []
  for (const [row, limit] of Object.entries(limits)) {
    const figure = rows.get(row)
    if (figure === undefined) throw new Error(`gas.mjs measured no row “${row}”`)
    if (figure > limit) over.push(row)
    say(
      `${row.padEnd(42)} ${figure.toLocaleString('en').padStart(9)}  of ${limit.toLocaleString('en').padStart(9)}${figure > limit ? '  OVER' : ''}`,
    )
  }
  return { rows: Object.fromEntries(rows), over, compared: Object.keys(limits).length }
}
