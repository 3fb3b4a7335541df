// `npm run where like`: where a word of the house lives. Reads the sources as they are; there is no index to go stale.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

type Place = { module: string; name: string; at: string; line: string }

const folder = (path: string) => (existsSync(path) ? readdirSync(path, { withFileTypes: true, recursive: true }) : [])
const filesIn = (path: string) =>
  folder(path)
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
const stemOf = (path: string) => (path.split('/').at(-1) ?? '').replace(/\.(test\.)?tsx?$|\.sql$/, '')
const matches = (path: string, pattern: RegExp) => (existsSync(path) ? [...readFileSync(path, 'utf8').matchAll(pattern)] : [])

const routes = (): Place[] =>
  filesIn('shared/src/contracts').flatMap((at) =>
    matches(at, /export const (\w+) = contract\('([^']+)'(?:,\s*\{\s*summary: (?:'([^']+)|"([^"]+)))?/g).map(
      ([, name = '', route = '', plain = '', quoted = '']) => ({
        module: stemOf(at),
        name: `${name} ${route}`,
        at,
        line: `${route.padEnd(44)} ${name}: ${plain}${quoted}`,
      }),
    ),
  )

const events = (): Place[] =>
  filesIn('shared/src/events').flatMap((at) =>
    matches(at, /type: '(\w+\.\w+)'/g).map(([, name = '']) => ({ module: stemOf(at), name, at, line: `${name.padEnd(44)} ${at}` })),
  )

const tables = (): Place[] =>
  filesIn('server/migrations').flatMap((at) =>
    matches(at, /create (?:unlogged )?table (?:if not exists )?(\w+)/gi).map(([, name = '']) => ({
      module: stemOf(at).replace(/^\d+_/, ''),
      name,
      at,
      line: `${name.padEnd(44)} ${at}`,
    })),
  )

/** Files of a module that everybody has; the others are its commands. */
const anatomy = new Set([
  'index',
  'routes',
  'read',
  'rules',
  'store',
  'present',
  'problems',
  'on-events',
  'on-chain',
  'jobs',
  'install',
  'webhook',
])
const commands = (): Place[] =>
  filesIn('server/src/modules')
    .filter((at) => at.endsWith('.ts') && !at.endsWith('.test.ts') && !at.includes('/store/') && !anatomy.has(stemOf(at)))
    .map((at) => ({ module: at.split('/')[3] ?? '', name: stemOf(at), at, line: at }))

const features = (): Place[] =>
  filesIn('web/src/features')
    .filter((at) => /\.tsx?$/.test(at) && !at.includes('.test.'))
    .map((at) => ({ module: at.split('/')[3] ?? '', name: stemOf(at), at, line: at }))

const glossary = () =>
  matches('docs/glossary.md', /^\| (\*\*.+)\|$/gm).map(([, line = '']) => ({
    word: /\*\*(.+?)\*\*/.exec(line)?.[1] ?? '',
    line: line.replace(/\*\*|`/g, '').trim(),
  }))

const print = (title: string, lines: string[]) => {
  if (lines.length > 0) console.log(`${title}\n${[...new Set(lines)].map((line) => `  ${line}`).join('\n')}\n`)
}

/** Whether a name has the word as one of its parts, in any of its forms: like, likes, unliked; but not password for pass. */
function spelling(asked: string): (name: string) => boolean {
  const word = asked.toLowerCase().replace(/(?<=ss)es$|(?<!s)s$/, '')
  const form = new RegExp(`^(un)?${word.replace(/[^\w]/g, '.')}(s|es|d|ed|r|rs|ing)?$`)
  return (name) => name === asked || name.split(/(?=[A-Z])|[^a-zA-Z]+/).some((part) => form.test(part.toLowerCase()))
}

function where(asked: string): boolean {
  const has = spelling(asked)
  const of = (places: Place[]) => places.filter(({ module, name }) => has(module) || has(name))
  const found = { tables: of(tables()), commands: of(commands()), routes: of(routes()), events: of(events()), features: of(features()) }
  const modules = [...new Set(Object.values(found).flatMap((places) => places.map(({ module }) => module)))].filter((name) =>
    existsSync(`server/src/modules/${name}`),
  )
  const words = glossary().filter((entry) => has(entry.word))
  print(
    'words',
    words.map(({ line }) => line),
  )
  print(
    'modules',
    modules.map((name) => `server/src/modules/${name}`),
  )
  print(
    'tables',
    found.tables.map(({ line }) => line),
  )
  print(
    'commands',
    found.commands.map(({ line }) => line),
  )
  print(
    'routes',
    found.routes.map(({ line }) => line),
  )
  print(
    'events',
    found.events.map(({ line }) => line),
  )
  print(
    'web',
    found.features.map(({ line }) => line),
  )
  return words.length + modules.length + Object.values(found).flat().length > 0
}

const asked = process.argv[2]
if (!asked) console.log('npm run where <word>, for example: npm run where like')
else if (!where(asked)) {
  console.log(`Nothing is called “${asked}”. docs/glossary.md has the words of the host.`)
  process.exitCode = 1
}
