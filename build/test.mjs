// npm test: everything that must hold before a change lands. Ends with a line `N passed, N failed` from the runners' reports;
// a failed step without tests of its own (types, lint, format, knip, build) counts as one failure.
import path from 'node:path'
import { findChromium } from './chromium.mjs'
import { install, requireNode } from './ready.mjs'
import { countPlaywright, countVitest } from './reports.mjs'
import { root } from './sources.mjs'
import { command, reportFile, Steps } from './steps.mjs'

const say = (text) => process.stdout.write(`[test] ${text}\n`)

requireNode()
try {
  await install(say)
} catch (error) {
  say(error.message)
  process.stdout.write('\n0 passed, 1 failed\n')
  process.exit(1)
}
const steps = new Steps()
// Whole: an incremental build of TypeScript 7 misses new files and changed JSON.
steps.run('types', command('typescript', 'tsc'), ['-b', '--force'])
steps.run('lint', command('oxlint', 'oxlint'), ['--type-aware', '--deny-warnings'])
steps.run('format', command('@biomejs/biome', 'biome'), ['format'])
steps.run('unused code', command('knip', 'knip'), [])
const built = steps.run('build', path.join(root, 'build/build.mjs'), [])

const vitestReport = reportFile('vitest')
steps.run(
  'vitest',
  command('vitest', 'vitest'),
  ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`],
  { count: (status) => countVitest(vitestReport, status) },
)

const chromium = await findChromium(say)
if (!chromium) say("no Chromium: neither the system's, nor apt's, nor Playwright's own can be had.")
if (built && chromium) {
  const report = reportFile('playwright')
  steps.run('playwright', command('@playwright/test', 'playwright'), ['test'], {
    env: { LAYERLOOM_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    count: (status) => countPlaywright(report, status),
  })
} else steps.add({ passed: 0, failed: 1 })
steps.finish()
