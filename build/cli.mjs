// npm run -s cli -- …: the command line from a checkout; installs and builds first when something changed.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildStale, install, requireNode } from './ready.mjs'
import { root } from './sources.mjs'

const say = (text) => process.stderr.write(`[layerloom] ${text}\n`)

requireNode()
try {
  await install(say)
  await buildStale(say)
} catch (error) {
  say(error.message)
  process.exit(1)
}
const { main } = await import(pathToFileURL(path.join(root, 'out/cli/index.js')).href)
process.exitCode = await main(process.argv.slice(2))
