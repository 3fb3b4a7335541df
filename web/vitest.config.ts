import { defineConfig } from 'vitest/config'

/** Logic runs bare; parts run in a document. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'logic', include: ['src/**/*.test.ts'] } },
      { test: { name: 'parts', include: ['src/**/*.test.tsx'], environment: 'happy-dom', setupFiles: ['src/testing/document.ts'] } },
    ],
  },
})
