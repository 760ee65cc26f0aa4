import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { isInstalled } from './installed.mjs'
import { withLock } from './lock.mjs'
import { isBuilt, root } from './sources.mjs'

/** Ends the program with a clear sentence when this Node.js is older than the app supports. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(`Layerloom needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}

const run = (say, what, command, args) => {
  const start = performance.now()
  say(`${what} …`)
  // npm is a .cmd file on Windows, which only a shell can start; nothing here comes from outside.
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (status !== 0) throw new Error(`${what} failed: ${error?.message ?? `exit code ${status}`}`)
  say(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

/** Installs the dependencies unless node_modules already matches the lock file. Package scripts don't run: none is needed. */
export const install = (say) =>
  withLock('install', () => {
    if (isInstalled()) return
    run(say, 'installing dependencies', 'npm', [
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ])
  })

/** Builds unless out/ was built from the sources as they are. */
export const buildStale = (say) =>
  withLock('ready', () => {
    if (!isBuilt()) run(say, 'building', process.execPath, [path.join(root, 'build/build.mjs'), '--quiet'])
  })
