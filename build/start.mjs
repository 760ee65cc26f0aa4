// npm start: installs and builds what changed, then opens the desktop app; where Electron can't be had, the same app
// is served to the browser on 127.0.0.1. Node built-ins only: on a fresh clone nothing is installed yet.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { electronBinary } from './electronBinary.mjs'
import { buildStale, install, requireNode } from './ready.mjs'
import { root } from './sources.mjs'

/** An Electron that ends with an error sooner than this can't run here. */
const tooSoonMs = 5_000
const say = (text) => process.stderr.write(`[start] ${text}\n`)

/** Runs the desktop app; resolves to its exit code, or to null when it can't run here. */
const runElectron = (binary, args) =>
  new Promise((resolve) => {
    const start = performance.now()
    const child = spawn(binary, [root, ...args], { stdio: 'inherit' })
    child.on('error', () => resolve(null))
    child.on('exit', (code) =>
      resolve(code !== 0 && performance.now() - start < tooSoonMs ? null : (code ?? 1)),
    )
  })

async function serve(args) {
  say('serving the app to the browser instead.')
  const noWindow = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  const quiet = (process.env.CI || noWindow) && !args.includes('--no-open') ? ['--no-open'] : []
  const { main } = await import(pathToFileURL(path.join(root, 'out/serve/index.js')).href)
  return main([...args, ...quiet])
}

requireNode()
const all = process.argv.slice(2)
const args = all.filter((arg) => arg !== '--web')
try {
  await install(say)
  await buildStale(say)
} catch (error) {
  say(error.message)
  process.exit(1)
}
const binary = all.includes('--web') ? null : await electronBinary(say)
const code = binary ? await runElectron(binary, args) : null
if (binary && code === null) say('Electron stopped at once.')
process.exitCode = code ?? (await serve(args))
