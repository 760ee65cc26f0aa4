// npm run dist: installers for this system, into dist/. Needs Electron's download server; arguments go to electron-builder.
import { spawnSync } from 'node:child_process'
import { canDownloadElectron } from './electronBinary.mjs'
import { buildStale, install, requireNode } from './ready.mjs'
import { root } from './sources.mjs'
import { command } from './steps.mjs'

const say = (text) => process.stderr.write(`[dist] ${text}\n`)

requireNode()
await install(say)
await buildStale(say)
if (await canDownloadElectron(say)) {
  const { status } = spawnSync(
    process.execPath,
    [command('electron-builder', 'electron-builder'), ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit' },
  )
  process.exitCode = status ?? 1
} else {
  say('No installer was made. `npm run test:package` checks all that can be checked without Electron.')
  process.exitCode = 1
}
