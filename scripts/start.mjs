/** `npm start`: the whole world in one Node process. Installs and builds what is missing, then starts the server. */
import { build } from './build.mjs'
import { install, mustBeNode20, root } from './setup.mjs'

const began = performance.now()
const say = (words) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${words}`)

// A reader that left (`npm start | head`) must not keep us from stopping in order.
process.stdout.on('error', () => {})

mustBeNode20()
process.chdir(root)
install(say)
await build(say)

let stopping = false
let world = null
const stop = async (signal) => {
  if (stopping) return
  stopping = true
  say(`${signal}: stopping`)
  await world?.stop()
  say('stopped')
  process.exit(0)
}
process.on('SIGINT', () => void stop('Ctrl-C'))
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGHUP', () => void stop('SIGHUP'))

try {
  const tsx = await import('tsx/esm/api')
  tsx.register()
  const { startWorld } = await import('../server/src/main.ts')
  const starting = startWorld(process.env, say)
  world = { stop: async () => (await starting.catch(() => null))?.stop() }
  const { url } = await starting
  if (!stopping) say(`CoreFans is ready: ${url}`)
} catch (err) {
  console.error(`CoreFans did not start: ${err instanceof Error ? err.message : String(err)}`)
  if (process.env.LOG_LEVEL === 'debug') console.error(err)
  process.exit(1)
}
