// npm run invariants -- contracts [calls]: the invariant suites at length, 1,000,000 calls unless told otherwise. Every
// invariant_ function gets its own runs, so the calls are shared out among them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { binaryOf, here } from '../contracts/forge.mjs'

const [part, wanted = '1000000', ...rest] = process.argv.slice(2)
if (part !== 'contracts' || !/^\d+$/.test(wanted)) {
  console.error('usage: npm run invariants -- contracts [calls] [forge words]')
  process.exit(2)
}
const depth = 100
const folder = join(here, 'test', 'invariant')
const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
const count = sources.join('\n').match(/function invariant_/g)?.length ?? 0
const runs = Math.ceil(Number(wanted) / (count * depth))
const env = { ...process.env, FOUNDRY_INVARIANT_RUNS: String(runs), FOUNDRY_INVARIANT_DEPTH: String(depth) }
const args = ['test', '--match-path', 'test/invariant/*', ...rest]
console.log(`${count} invariants, ${runs} runs of ${depth} calls each`)
const forge = spawn(binaryOf('forge'), args, { cwd: here, env, stdio: ['ignore', 'pipe', 'inherit'] })
let calls = 0
for await (const line of createInterface({ input: forge.stdout })) {
  if (/^\[(PASS|FAIL)|^Suite|^Error|Sequence|calldata=/.test(line)) console.log(line)
  calls += Number(/^\[PASS\] invariant_.*calls: (\d+)/.exec(line)?.[1] ?? 0)
}
const [status] = forge.exitCode === null ? await once(forge, 'exit') : [forge.exitCode]
const passed = status === 0 && calls >= Number(wanted)
console.log(JSON.stringify({ invariants: count, calls, passed }))
process.exitCode = passed ? 0 : 1
