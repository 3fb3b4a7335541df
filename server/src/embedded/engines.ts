import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChainSettings } from '../kernel/open-host.ts'

/** Where a running CoreFans has its engines, for tools that look at the same world. */
export type Engines = { databaseUrl: string; chain: ChainSettings }

const fileIn = (dataDir: string) => join(dataDir, 'engines.json')

/** Leaves word in the data directory, readable by its owner only; answers how to take it away. */
export function announceEngines(dataDir: string, { databaseUrl, chain }: Engines): () => Promise<void> {
  const words = { databaseUrl, chain: { ...chain, fromBlock: chain.fromBlock.toString() } }
  writeFileSync(fileIn(dataDir), JSON.stringify(words), { mode: 0o600 })
  return async () => rmSync(fileIn(dataDir), { force: true })
}

/** What a running CoreFans left, or null; the engines may be gone if it was killed. */
export function enginesOf(dataDir: string): Engines | null {
  if (!existsSync(fileIn(dataDir))) return null
  const words = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Engines & { chain: { fromBlock: string } }
  return { ...words, chain: { ...words.chain, fromBlock: BigInt(words.chain.fromBlock) } }
}
