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

const buildEntry = ({ input, output, format, pure }) =>
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
        ...(pure ? { treeshake: { manualPureFunctions: pure, moduleSideEffects: false } } : {}),
        output: { format, entryFileNames: path.basename(output), codeSplitting: false },
      },
    },
  })

async function buildAll() {
  const hash = sourcesHash()
  fs.rmSync(stampFile, { force: true })
  const all = performance.now()
  for (const entry of entries) {
    const start = performance.now()
    await buildEntry(entry)
    say(`${entry.name}: ${seconds(start)}`)
  }
  for (const [from, to] of copies) {
    fs.mkdirSync(path.dirname(path.join(root, to)), { recursive: true })
    fs.copyFileSync(path.join(root, from), path.join(root, to))
  }
  const page = performance.now()
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
  say(`page: ${seconds(page)}`)
  fs.writeFileSync(stampFile, hash)
  say(`built in ${seconds(all)}`)
}

await withLock('build', buildAll)
