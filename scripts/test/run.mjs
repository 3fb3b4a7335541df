import { spawn } from 'node:child_process'
import { root } from '../setup.mjs'

/**
 * Runs all steps, beside each other as far as the cores reach and none before what it needs; answers results in the order of
 * the steps. A step that has all cores shows its words as they come, others when they end, so that no lines are mixed.
 */
export async function runAll(steps, { cores, say }) {
  const results = new Map()
  const running = new Map()
  const waiting = [...steps]
  const names = new Set(steps.map(({ name }) => name))
  const isReady = ({ after = [] }) => after.every((name) => !names.has(name) || results.has(name))
  const busy = () => [...running.keys()].reduce((sum, step) => sum + step.cores, 0)
  while (results.size < steps.length) {
    for (const step of waiting.filter(isReady)) {
      if (busy() + step.cores > cores) continue
      waiting.splice(waiting.indexOf(step), 1)
      const ended = runStep(step, { isAlone: step.cores === cores, say }).then((result) => {
        results.set(step.name, result)
        running.delete(step)
      })
      running.set(step, ended)
    }
    await Promise.race(running.values())
  }
  return steps.map(({ name }) => results.get(name))
}

async function runStep(step, { isAlone, say }) {
  const startedMs = performance.now()
  const done = (rest) => ({ name: step.name, tests: [], counts: { passed: 0, failed: 0 }, ...rest, tookMs: performance.now() - startedMs })
  const why = await whySkipped(step)
  if (why instanceof Error) return done({ ok: false, note: why.message, counts: { passed: 0, failed: 1 } })
  if (why) return done({ ok: true, note: `skipped: ${why}` })
  say(isAlone ? `── ${step.name}` : `   ${step.name} begins`)
  const { code, output } = await wordsOf(step, isAlone)
  if (!isAlone) {
    say(`── ${step.name}`)
    process.stdout.write(output)
  }
  const report = step.report?.(output) ?? null
  return done({ ok: code === 0, tests: report?.tests ?? [], ...judged(code, report) })
}

const whySkipped = async ({ skip }) => {
  try {
    return (await skip?.()) ?? null
  } catch (error) {
    return error
  }
}

function judged(code, report) {
  const counts = report?.counts ?? { passed: 0, failed: 0 }
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  if (!report) return { counts, note: code === 0 ? '' : `ended with ${code}` }
  const { passed, failed, skipped } = counts
  const numbers = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
  return { counts, note: [numbers, ...failures(report), ...secondTries(report), ...reasons(report)].join('\n    ') }
}

const failures = ({ tests, broken = [] }) =>
  [...broken, ...tests.filter(({ isFailed }) => isFailed).map(({ title }) => title)].map((words) => `failed: ${words}`)

const secondTries = ({ tests }) => tests.filter(({ isFlaky }) => isFlaky).map(({ title }) => `passed at the second try only: ${title}`)

/** Tests of a file that broke are not skipped for a reason of theirs: the file's is told. */
function reasons({ tests, broken = [] }) {
  const isOfBroken = ({ title }) => broken.some((words) => words.startsWith(`${title.split(' · ')[0]}:`))
  const skipped = tests.filter((test) => test.isSkipped && !isOfBroken(test))
  return skipped.map(({ title, why }) => `skipped: ${title}: ${why ?? 'no reason given'}`)
}

const wordsOf = ({ args, env }, isShown) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks = []
    const take = (stream) => (chunk) => {
      chunks.push(chunk)
      if (isShown) stream.write(chunk)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    child.on('error', (err) => resolve({ code: String(err), output: '' }))
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output: Buffer.concat(chunks).toString() }))
  })
