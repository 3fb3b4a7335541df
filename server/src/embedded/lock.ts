import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Takes the data directory for this process; refuses one that another living CoreFans uses. Answers how to let go. */
export function lockDataDir(dataDir: string): () => Promise<void> {
  const file = join(dataDir, 'corefans.pid')
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (owner > 0 && owner !== process.pid && isCoreFans(owner))
    throw new Error(`DATA_DIR ${dataDir} is in use by another CoreFans (process ${owner}); stop it or set another DATA_DIR`)
  writeFileSync(file, String(process.pid))
  return async () => rmSync(file, { force: true })
}

/** Process numbers are used again: only a node process counts. */
function isCoreFans(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !existsSync(`/proc/${pid}/cmdline`) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node')
  } catch {
    return false
  }
}
