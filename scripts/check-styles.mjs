// A class belongs to one feature, and one stylesheet declares it. What features share is in web/src/ui.
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import postcss from 'postcss'
import ts from 'typescript'
import { filesUnder } from './check-files.mjs'

const web = 'web/src'
const list = `${web}/app/styles.css`

/** How the names of a feature begin: its folder's name, in the singular where that reads better. */
const prefixes = {
  accounts: 'account',
  comments: 'comment',
  messages: 'message',
  notifications: 'notification',
  passes: 'pass',
  payments: 'payment',
  people: 'person',
  polls: 'poll',
  posts: 'post',
  profiles: 'profile',
  purchases: 'purchase',
  reactions: 'reaction',
  teams: 'team',
  tips: 'tip',
  tokens: 'token',
}

/** The owner of a file: a feature, `app`, or `ui` for what all share. */
const ownerOf = (path) => /^web\/src\/features\/([^/]+)\//.exec(path)?.[1] ?? (path.startsWith(`${web}/app/`) ? 'app' : 'ui')
const prefixOf = (owner) => prefixes[owner] ?? owner

/** Classes of a stylesheet, selector by selector: the first compound's names are declared, the others are only named. */
function selectorsOf(path) {
  const found = []
  postcss.parse(readFileSync(path, 'utf8')).walkRules((rule) => {
    if (/keyframes$/.test(rule.parent?.name ?? '')) return
    for (const selector of rule.selectors) {
      const classes = [...selector.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, name]) => name)
      const [first = ''] = selector.trim().split(/[\s>+~]+/)
      found.push({ path, line: rule.source.start.line, selector, classes, declared: classes.filter((name) => first.includes(`.${name}`)) })
    }
  })
  return found
}

/** Every text that a `className` may become, with the line it stands on. */
function usesOf(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const uses = []
  const take = (node, text) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    for (const name of text.split(/\s+/).filter(Boolean)) uses.push({ path, line, name })
  }
  const texts = (node) => {
    if (ts.isStringLiteralLike(node)) take(node, node.text)
    else if (ts.isTemplateExpression(node)) templateTexts(node)
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(texts)
    else if (ts.isJsxExpression(node) && node.expression) texts(node.expression)
  }
  // A name that a template completes (`s${size}`) is judged by whoever writes the sheet: only whole names are taken.
  const templateTexts = ({ head, templateSpans }) => {
    take(head, head.text.replace(/\S+$/, ''))
    for (const { expression, literal } of templateSpans) {
      texts(expression)
      take(literal, literal.text.replace(/^\S+/, ''))
    }
  }
  const walk = (node) => {
    const isClass = (ts.isJsxAttribute(node) || ts.isBindingElement(node)) && node.name.getText(source) === 'className'
    if (isClass && node.initializer) texts(node.initializer)
    ts.forEachChild(node, walk)
  }
  walk(source)
  return uses
}

/** A feature's stylesheet begins each selector with a name of its own, and names besides only what all share. */
function foreignNames(selectors, owners) {
  return selectors.flatMap(({ path, line, selector, classes, declared }) => {
    const owner = ownerOf(path)
    const isOwn = (name) => new RegExp(`^${prefixOf(owner)}(-|$)`).test(name)
    const say = (words) => [`${path}:${line}: “${selector}” ${words}`]
    if (owner === 'ui') return classes.flatMap((name) => (owners.has(prefixIn(name)) ? say(`paints .${name}, which is of a feature`) : []))
    if (classes.length > 0 && !declared.some(isOwn)) return say(`must begin with a name of ${owner} (.${prefixOf(owner)}-…)`)
    return classes.filter((name) => !isOwn(name) && owners.has(prefixIn(name))).flatMap((name) => say(`paints .${name} of another feature`))
  })
}
const prefixIn = (name) => name.split('-')[0]

/** One name, one stylesheet. */
function declaredTwice(selectors) {
  const homes = new Map()
  for (const { path, classes, declared } of selectors)
    for (const name of declared.length === classes.length ? declared.slice(0, 1) : [])
      homes.set(name, (homes.get(name) ?? new Set()).add(path))
  return [...homes].filter(([, paths]) => paths.size > 1).map(([name, paths]) => `.${name} is declared in ${[...paths].join(' and ')}`)
}

/** Markup wears names of its own feature or of ui, and only such as some stylesheet knows. */
function wrongUses(uses, known, owners) {
  return uses.flatMap(({ path, line, name }) => {
    if (!known.has(name)) return [`${path}:${line}: no stylesheet knows .${name}`]
    const of = owners.get(prefixIn(name))
    return of && of !== ownerOf(path) ? [`${path}:${line}: .${name} belongs to ${of}`] : []
  })
}

/** All styles stand in one list, each in the layer of its folder, so that their order is no accident. */
function notInLayers(sheets) {
  const wanted = (path) => ({ ui: path.endsWith('tokens.css') ? 'tokens' : path.endsWith('reset.css') ? 'reset' : 'ui', app: 'app' })
  const found = new Map()
  postcss.parse(readFileSync(list, 'utf8')).walkAtRules('import', ({ params }) => {
    const [, path, layer] = /^"(.+)" layer\((\w+)\)$/.exec(params) ?? []
    found.set(join(dirname(list), path ?? params), layer)
  })
  return sheets.flatMap((path) => {
    const layer = wanted(path)[ownerOf(path)] ?? 'features'
    return found.get(path) === layer ? [] : [`${basename(list)} does not take ${path} into the layer ${layer}`]
  })
}

export function styles() {
  if (!existsSync(list)) return { note: 'no web', complaints: [] }
  const sheets = filesUnder([web], /\.css$/).filter((path) => path !== list)
  const selectors = sheets.flatMap(selectorsOf)
  const features = [...new Set(filesUnder([`${web}/features`], /\.tsx?$/).map(ownerOf))]
  const owners = new Map([...features, 'app'].map((owner) => [prefixOf(owner), owner]))
  const known = new Set(selectors.flatMap(({ classes }) => classes))
  const uses = filesUnder([web], /(?<!\.test)\.tsx$/).flatMap(usesOf)
  return {
    note: `${known.size} classes in ${sheets.length} stylesheets`,
    complaints: [
      ...foreignNames(selectors, owners),
      ...declaredTwice(selectors),
      ...wrongUses(uses, known, owners),
      ...notInLayers(sheets),
    ],
  }
}
