import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      // Outside Electron, its package starts a download when it is loaded.
      electron: path.resolve(import.meta.dirname, 'main/desktop/electron.test-support.ts'),
    },
  },
  test: {
    include: ['{shared,main,renderer,build,examples}/**/*.test.{ts,tsx}'],
    setupFiles: ['build/propertySeed.test-support.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
  },
})
