import { defineConfig } from 'vitest/config'

/** Checks too slow for every change: packaging now, fault injection and the like as they land. */
export default defineConfig({
  test: {
    include: ['{shared,main,renderer,build,examples,e2e}/**/*.campaign.ts'],
    setupFiles: ['build/propertySeed.test-support.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
})
