// What each runner says of its tests, as one shape: how many passed, failed and were skipped and why, and how long each took.
import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'

const reportAt = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

export function vitestReport(path, folder) {
  const report = reportAt(path)
  if (!report) return null
  const at = (name) => relative(resolve(folder), name)
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration, status, meta }) => ({
      title: `${at(name)} · ${fullName}`,
      ms: duration ?? 0,
      isSkipped: ['skipped', 'pending', 'todo', 'disabled'].includes(status),
      isFailed: status === 'failed',
      why: meta?.skipReason ?? null,
    })),
  )
  // A file that failed before its tests began (its engines, its imports) names none of them as failed: its own words say why.
  const broken = report.testResults
    .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
    .map(({ name, message }) => `${at(name)}: ${message.trim().split('\n')[0] || 'it failed outside its tests'}`)
  return {
    counts: { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests },
    tests,
    broken,
  }
}

export function playwrightReport(path) {
  const report = reportAt(path)
  if (!report) return null
  const { expected, flaky, unexpected, skipped } = report.stats
  return { counts: { passed: expected + flaky, failed: unexpected, skipped }, tests: report.suites.flatMap(tripsOf) }
}

const tripsOf = ({ file, specs = [], suites = [] }) => [
  ...specs.flatMap(({ title, tests }) =>
    tests.map(({ status, annotations, results }) => ({
      title: `${file} · ${title}`,
      ms: results.reduce((sum, { duration }) => sum + duration, 0),
      isSkipped: status === 'skipped',
      isFailed: status === 'unexpected',
      isFlaky: status === 'flaky',
      why: annotations?.find(({ type }) => type === 'skip')?.description ?? null,
    })),
  ),
  ...suites.flatMap(tripsOf),
]

/** forge times suites, not tests. */
export function forgeReport(output) {
  const last = output.split('\n').findLast((line) => /^Ran \d+ test suites?/.test(line)) ?? ''
  const found = /: (\d+) tests? passed, (\d+) failed, (\d+) skipped/.exec(last)
  if (!found) return null
  const [passed, failed, skipped] = found.slice(1).map(Number)
  const suites = [...output.matchAll(/^Ran \d+ tests? for (\S+)$[\s\S]*?finished in ([\d.]+)(µs|ms|s)/gm)]
  const unitMs = { µs: 0.001, ms: 1, s: 1_000 }
  const tests = suites.map(([, title, time, unit]) => ({ title, ms: Number(time) * unitMs[unit], isSkipped: false, why: null }))
  return { counts: { passed, failed, skipped }, tests }
}
