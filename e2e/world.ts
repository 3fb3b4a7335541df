import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** `SPLIT_ROLES=1`: two web processes behind one address, a worker and a watcher, in place of one process. */
const start = process.env['SPLIT_ROLES'] === '1' ? ['--import', 'tsx', 'scripts/split-roles.ts'] : ['scripts/start.mjs']

/** Starts CoreFans as its README says, on a port and data of its own; answers how to end it. E2E_URL names a running one instead. */
export default async function world(): Promise<() => Promise<void>> {
  if (process.env['E2E_URL']) return async () => {}
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'corefans-e2e-'))
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' }
  const server = spawn(process.execPath, start, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      process.stderr.write(chunk)
      if (String(chunk).includes('CoreFans is ready')) resolve()
    })
    server.once('exit', (code) => reject(new Error(`CoreFans ended with ${code}`)))
  })
  process.env['E2E_URL'] = `http://localhost:${port}`
  return async () => {
    const gone = once(server, 'exit')
    server.kill('SIGTERM')
    await gone
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
