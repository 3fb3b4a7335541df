// The house rules that no tool knows: each answers a list of complaints, empty when all is well.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { filesUnder, linesOf, productCode } from './check-files.mjs'

const { layers } = createRequire(import.meta.url)('../layers.cjs')
const budgets = { median: 60, p90: 200, max: 300 }

/** Small files: the median, nine in ten, and the longest are within budget. */
export function sizes() {
  const lines = productCode()
    .map((path) => ({ path, lines: linesOf(path) }))
    .sort((a, b) => a.lines - b.lines)
  const at = (share) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))]?.lines ?? 0
  const found = { median: at(0.5), p90: at(0.9), max: at(1) }
  const over = Object.keys(budgets).filter((name) => found[name] > budgets[name])
  const longest = lines
    .filter((file) => file.lines > budgets.max)
    .map((file) => `${file.path}: ${file.lines} lines, the longest may have ${budgets.max}`)
  const note = `${lines.length} files, median ${found.median}, p90 ${found.p90}, longest ${found.max}`
  return {
    note,
    complaints: [
      ...over.filter((name) => name !== 'max').map((name) => `${name} is ${found[name]} lines, budget ${budgets[name]}`),
      ...longest,
    ],
  }
}

/** What is left to do stands in no file. */
export function noLeftovers() {
  const word = new RegExp(`\\b(${['TO', 'FIX'].map((start) => (start === 'TO' ? `${start}DO` : `${start}ME`)).join('|')}|XX${'X'})\\b`)
  const files = filesUnder(
    ['shared', 'chain', 'server', 'web', 'contracts/src', 'contracts/test', 'e2e', 'bench', 'scripts', 'docs'],
    /\.(tsx?|mjs|cjs|css|sql|sol|md|html)$/,
  )
  const complaints = files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, i) => (word.test(line) ? [`${path}:${i + 1}: ${line.trim().slice(0, 100)}`] : [])),
  )
  return { note: `${files.length} files`, complaints }
}

/** Every module is in the layer table; a folder outside it has no law. */
export function layered() {
  const known = new Set(layers.flat())
  const modules = existsSync('server/src/modules')
    ? readdirSync('server/src/modules', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : []
  return {
    note: `${modules.length} modules`,
    complaints: modules
      .filter(({ name }) => !known.has(name))
      .map(({ name }) => `server/src/modules/${name} is not in layers.cjs: give it a layer`),
  }
}

/** Every word of the glossary names files that exist, and stands there once. */
export function glossary() {
  if (!existsSync('docs/glossary.md')) return { note: 'none', complaints: ['docs/glossary.md is missing'] }
  const rows = readFileSync('docs/glossary.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| **'))
  const seen = new Set()
  const complaints = rows.flatMap((row) => {
    const word = /\*\*(.+?)\*\*/.exec(row)?.[1] ?? row
    const paths = [...row.matchAll(/`([\w./-]+\/[\w./-]+)`/g)].map((match) => match[1])
    const twice = seen.has(word) ? [`“${word}” is explained twice`] : []
    seen.add(word)
    return [
      ...twice,
      ...(paths.length ? [] : [`“${word}” names no file`]),
      ...paths.filter((path) => !existsSync(path)).map((path) => `“${word}” names ${path}, which does not exist`),
    ]
  })
  return { note: `${rows.length} words`, complaints }
}

/** Migrations run from 0001 on, each number once and none left out. */
export function migrations() {
  const names = filesUnder(['server/migrations'], /\.sql$/).map((path) => path.split('/').at(-1))
  const complaints = names.filter((name) => !isMigrationName(name)).map((name) => `${name} is not named 202611281430_some_words.sql (UTC)`)
  return { note: `${names.length} migrations`, complaints }
}

/** The first 21 were counted; since then a name begins with the minute it was written in, so that two people never take one number. */
function isMigrationName(name) {
  const [, stamp] = /^(\d{12})_[a-z0-9_]+\.sql$/.exec(name) ?? []
  if (!stamp) return /^00[012]\d_[a-z0-9_]+\.sql$/.test(name)
  const iso = stamp.replace(/(....)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5Z')
  return !Number.isNaN(Date.parse(iso))
}

/** The codes of one `problems.ts`: keys of the table given to `problems('module', { … })`. */
const codesOf = (source) =>
  [...source.matchAll(/problems\(\s*'([\w-]+)',\s*\{([\s\S]*?)\n\s*\}/g)].flatMap(([, module, table]) =>
    [...table.matchAll(/^\s*'?([a-z][\w-]*)'?:\s*\[/gm)].map(([, key]) => `${module}/${key}`),
  )

/** Every problem code has its page, once there are pages. */
export function problemPages() {
  const codes = filesUnder(['server/src'], /problems\.ts$/).flatMap((path) => codesOf(readFileSync(path, 'utf8')))
  if (!existsSync('docs/problems')) return { note: `${codes.length} codes, no pages yet`, complaints: [] }
  return {
    note: `${codes.length} codes`,
    complaints: codes.filter((code) => !existsSync(`docs/problems/${code}.md`)).map((code) => `docs/problems/${code}.md is missing`),
  }
}
