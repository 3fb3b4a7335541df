import { defineConfig } from 'vitest/config'

// Each chain test starts its own anvil; two at a time is what a small machine carries.
export default defineConfig({
  test: { include: ['src/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000, maxWorkers: 2 },
})
