// npm run build: the page and every Node program, into out/.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { copies, entries } from './entries.mjs'
import { withLock } from './lock.mjs'
import { root, sourcesHash, stampFile } from './sources.mjs'

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`
const quiet = process.argv.includes('--quiet')
const say = (text) => quiet || process.stderr.write(`[build] ${text}\n`)

/** Optional native speed-ups of ws: not shipped, so its pure JavaScript is used. */
const absent = ['bufferutil', 'utf-8-validate']

const buildEntry = ({ input, output, format }) =>
  build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, input),
      outDir: path.join(root, path.dirname(output)),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron', ...absent],
        output: { format, entryFileNames: path.basename(output), codeSplitting: false },
      },
    },
  })

async function buildAll() {
  const hash = sourcesHash()
  fs.rmSync(stampFile, { force: true })
  const all = performance.now()
  const present = entries.filter(({ input }) => fs.existsSync(path.join(root, input)))
  for (const { name, input } of entries)
    if (!fs.existsSync(path.join(root, input))) say(`${name}: ${input} does not exist yet, skipped`)
  if (fs.existsSync(path.join(root, 'renderer/index.html')))
    await build({ root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
  else say('page: renderer/index.html does not exist yet, skipped')
  say(`page: ${seconds(all)}`)
  for (const entry of present) {
    const start = performance.now()
    await buildEntry(entry)
    say(`${entry.name}: ${seconds(start)}`)
  }
  for (const [from, to] of copies) {
    fs.mkdirSync(path.dirname(path.join(root, to)), { recursive: true })
    fs.copyFileSync(path.join(root, from), path.join(root, to))
  }
  fs.writeFileSync(stampFile, hash)
  say(`built in ${seconds(all)}`)
}

await withLock('build', buildAll)
