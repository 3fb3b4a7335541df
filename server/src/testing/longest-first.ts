import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take a minute or so wherever they run. */
const long = ['api.fuzz.test.ts', 'crash/crash.test.ts', 'audit/quorum.test.ts', 'laws.test.ts', 'passes/reorg.test.ts']

/** Vitest knows what took long last time, but nothing in a fresh clone: there these files begin, and its own order follows. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = long.findIndex((name) => moduleId.endsWith(name))
      return rank < 0 ? long.length : rank
    }
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b))
  }
}
