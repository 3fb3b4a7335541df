import { defineConfig } from 'vitest/config'
import { LongestFirst } from './src/testing/longest-first.ts'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/engines.ts'],
    // Limits only say that something hangs: a slow machine is no failure.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Two processes share the engines; files that take long begin first, so that neither is left alone with them at the end.
    pool: 'forks',
    fileParallelism: true,
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
  },
})
