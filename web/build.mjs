// Builds the browser's app, then the server's renderer, and compresses what is static. With --budget it exits 1 when too heavy.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { shareImage } from './share-image.mjs'

const root = import.meta.dirname
// Whoever only asks for the budget leaves the app that may be running as it is.
const isBudget = process.argv.includes('--budget')
const dist = isBudget ? mkdtempSync(join(tmpdir(), 'corefans-budget-')) : join(root, 'dist')
const client = join(dist, 'client')
/** docs/decisions/0013-first-route-budget.md */
const budgetKb = { vendor: 103, base: 22, route: 10, 'any lazy chunk': 75 }
const routes = {
  landing: 'src/features/landing/landing-page.tsx',
  home: 'src/features/feed/home-page.tsx',
  explore: 'src/features/feed/explore-page.tsx',
  profile: 'src/features/profiles/profile-page.tsx',
  post: 'src/features/posts/post-page.tsx',
}

await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: client, emptyOutDir: true } })
const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8'))

await build({
  root,
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  define: { __PRELOADS__: JSON.stringify(Object.fromEntries(Object.entries(routes).map(([name, file]) => [name, onlyNew(file)]))) },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/app/entry-server.tsx',
    outDir: join(dist, 'server'),
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'entry-server.js' } },
  },
})

writeFileSync(join(client, 'share.png'), shareImage())

const gz = new Map(
  walk(client)
    .filter((file) => /\.(js|css|html|svg|json)$/.test(file))
    .map((file) => [file.slice(client.length + 1), compress(file)]),
)
const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(6)
for (const [file, size] of [...gz].sort((a, b) => b[1] - a[1])) console.log(`${kb(size)} KB gz  ${file}`)
const over = []
for (const [name, file] of Object.entries(routes)) {
  const parts = { vendor: 0, base: 0, route: 0 }
  for (const chunk of new Set([...chunksOf('index.html'), ...chunksOf(file)])) parts[partOf(chunk)] += gz.get(chunk)
  console.log(
    `first route: ${name.padEnd(8)} ${Object.entries(parts)
      .map(([part, size]) => `${part} ${kb(size)} of ${budgetKb[part]}`)
      .join(' · ')} KB gz`,
  )
  for (const [part, size] of Object.entries(parts)) if (size > budgetKb[part] * 1024) over.push(`${part} of ${name}`)
}
const entry = new Set(chunksOf('index.html'))
for (const [file, size] of gz) if (file.endsWith('.js') && !entry.has(file) && size > budgetKb['any lazy chunk'] * 1024) over.push(file)
if (over.length > 0) {
  console.error(`over budget: ${over.join(', ')}`)
  // Only who asks for the budget fails by it: a start must never break for 50 bytes.
  if (isBudget) process.exitCode = 1
}

if (isBudget) rmSync(dist, { recursive: true, force: true })

/** Whose budget a chunk is charged to: what never changes, what every page needs, or this page's own. */
function partOf(chunk) {
  if (/(vendor|rolldown-runtime)-[^/]+\.js$/.test(chunk)) return 'vendor'
  return chunksOf('index.html').includes(chunk) ? 'base' : 'route'
}
/** The chunk of a module and all that it imports at once. */
function chunksOf(file, seen = new Set()) {
  const chunk = manifest[file]
  if (!chunk) throw new Error(`${file} is not in the manifest`)
  if (seen.has(chunk.file)) return []
  seen.add(chunk.file)
  return [chunk.file, ...(chunk.imports ?? []).flatMap((next) => chunksOf(next, seen))]
}
function onlyNew(file) {
  const first = new Set(chunksOf('index.html'))
  return chunksOf(file)
    .filter((chunk) => !first.has(chunk))
    .map((chunk) => `/${chunk}`)
}
function walk(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
}
function compress(file) {
  const bytes = readFileSync(file)
  const gzipped = gzipSync(bytes, { level: 9 })
  if (!file.includes('.vite')) {
    writeFileSync(`${file}.gz`, gzipped)
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  }
  return gzipped.length
}
