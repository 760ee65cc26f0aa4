import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,main,renderer,build,examples}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
  },
})
