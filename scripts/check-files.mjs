import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const skipped = new Set(['node_modules', 'dist', 'out', 'cache', '.git', '.data', '.cache', 'lib', 'test-results'])
const generated = /^chain\/src\/(abi|bytecode)\//
const tests = /\.(test|trip)\.tsx?$|\/testing\/|^e2e\/|^contracts\/test\//

/** Files under the given folders, as paths from the root; folders that do not exist have none. */
export function filesUnder(folders, pattern) {
  const walk = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) return []
    if (stat.isFile()) return pattern.test(path) ? [path] : []
    return readdirSync(path).flatMap((name) => (skipped.has(name) && !path.includes('/src') ? [] : walk(join(path, name))))
  }
  return folders.flatMap(walk).sort()
}

/** The TypeScript that ships: no tests, nothing generated. */
export const productCode = () =>
  filesUnder(['shared/src', 'chain/src', 'server/src', 'web/src'], /(?<!\.d)\.tsx?$/).filter(
    (path) => !generated.test(path) && !tests.test(path),
  )

/** How long files are, in lines of text. */
export const linesOf = (path) => readFileSync(path, 'utf8').trimEnd().split('\n').length
