// How much of the code is tests, by area. The floor may only rise: `scripts/test-floor.json` is what was reached last.
import { readFileSync } from 'node:fs'
import { filesUnder, linesOf } from './check-files.mjs'

const areas = {
  kernel: ['server/src/kernel'],
  server: ['server/src/kernel', 'server/src/modules', 'server/src/embedded', 'server/src/crash'],
  web: ['web/src'],
}
const isTest = (path) => /\.test\.tsx?$/.test(path)
/** A ratio that passed its floor by this much raises it. */
const slack = 0.03

/** Lines of tests for each line of source, in each area; below the floor is a complaint. */
export function testRatio() {
  const floor = JSON.parse(readFileSync('scripts/test-floor.json', 'utf8'))
  const found = Object.fromEntries(Object.entries(areas).map(([area, folders]) => [area, ratioOf(folders)]))
  const complaints = Object.entries(found).flatMap(([area, ratio]) => {
    if (ratio < floor[area])
      return [`${area}: ${ratio.toFixed(2)} lines of tests for each line of source, the floor is ${floor[area]}: write the missing tests`]
    return ratio > floor[area] + slack
      ? [`${area}: ${ratio.toFixed(2)} was reached; raise its floor of ${floor[area]} in scripts/test-floor.json`]
      : []
  })
  return {
    note: Object.entries(found)
      .map(([area, ratio]) => `${area} ${ratio.toFixed(2)}`)
      .join(', '),
    complaints,
  }
}

function ratioOf(folders) {
  // What tests are built from is neither.
  const files = filesUnder(folders, /\.tsx?$/).filter((path) => !path.includes('/testing/'))
  const lines = (paths) => paths.reduce((sum, path) => sum + linesOf(path), 0)
  return lines(files.filter(isTest)) / lines(files.filter((path) => !isTest(path)))
}

/** SQL of a module stands in its stores, so that whoever changes a table finds every statement about it. */
export function sqlInStores() {
  const files = filesUnder(['server/src/modules'], /\.ts$/).filter((path) => !isTest(path) && !/\/store(\/|\.ts$)|-store\.ts$/.test(path))
  const complaints = files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        /\bsql(<[^(]*>)?\(/.test(line) ? [`${path}:${i + 1}: SQL belongs into store.ts, store/ or a file named …-store.ts`] : [],
      ),
  )
  return { note: `${files.length} files without`, complaints }
}

/** Storage of a browser throws where it is forbidden or full: one place knows that, and whose each text is. */
export function storageInOnePlace() {
  const files = filesUnder(['web/src'], /\.tsx?$/).filter(
    (path) => !isTest(path) && !path.includes('/testing/') && path !== 'web/src/lib/storage.ts',
  )
  const complaints = files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        /\b(window\.|\b)(local|session)Storage\s*[.[,)]/.test(line)
          ? [`${path}:${i + 1}: ask web/src/lib/storage.ts to keep it, so that it cannot throw`]
          : [],
      ),
  )
  return { note: `${files.length} files without`, complaints }
}
