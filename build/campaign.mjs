// npm run test:package, npm run test:long: the checks too slow for every change (*.campaign.ts), run by vitest.
// Names given as arguments choose files; `--reduced` makes random campaigns small enough for CI.
import { buildStale, install, requireNode } from './ready.mjs'
import { countVitest } from './reports.mjs'
import { command, reportFile, Steps } from './steps.mjs'

const say = (text) => process.stdout.write(`[campaign] ${text}\n`)
const args = process.argv.slice(2)
const names = args.filter((arg) => arg !== '--reduced')

requireNode()
await install(say)
await buildStale(say)
const steps = new Steps()
const report = reportFile('campaign')
steps.run(
  names.join(' ') || 'all campaigns',
  command('vitest', 'vitest'),
  [
    'run',
    '--config=vitest.campaign.config.ts',
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...names,
  ],
  {
    env: args.includes('--reduced') ? { LAYERLOOM_REDUCED: '1' } : {},
    count: (status) => countVitest(report, status),
  },
)
steps.finish()
