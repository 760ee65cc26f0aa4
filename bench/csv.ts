// npm run bench:csv: how fast data files are read, how much memory that takes, and how soon a preview is there.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import type { Measured } from './csv/reading.ts'
import { mixed, numbers, pixels, writeTable } from './csv/tables.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'layerloom-bench-'))
const program = path.join(folder, 'reading.mjs')
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

/** Does a work in fresh processes; their times, and the most memory one of them held. */
const measure = (work: string, file: string, processes: number): Measured => {
  const all = Array.from({ length: processes }, (_, at): Measured => {
    const args = ['--max-old-space-size=12000', program, work, file, path.join(folder, `cache-${at}`)]
    const measured = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured
    rmSync(path.join(folder, `cache-${at}`), { recursive: true, force: true })
    return measured
  })
  return {
    milliseconds: all.flatMap(({ milliseconds }) => milliseconds),
    busy: all.flatMap(({ busy }) => busy),
    peakBytes: Math.max(...all.map(({ peakBytes }) => peakBytes)),
    rows: all[0]?.rows ?? 0,
  }
}

let missed = 0
const isWithin = (value: number, limit: number | undefined): string => {
  if (limit === undefined) return ''
  if (value > limit) missed++
  return value > limit ? `, MORE THAN ${limit}` : ` (≤ ${limit})`
}

/** Measures and prints a line; bars are in seconds and megabytes. */
const report = (
  name: string,
  work: string,
  file: string,
  processes: number,
  bars: { seconds?: number; megabytes?: number } = {},
): void => {
  const { milliseconds, busy, peakBytes, rows } = measure(work, file, processes)
  const seconds = median(milliseconds) / 1000
  const [least, most] = [Math.min(...milliseconds) / 1000, Math.max(...milliseconds) / 1000]
  say(
    `${name}: median ${seconds.toFixed(3)} s${isWithin(seconds, bars.seconds)}` +
      ` of ${processes} (${least.toFixed(3)} to ${most.toFixed(3)}), ${(median(busy) / 1000).toFixed(3)} s of processor, peak RSS ${megabytes(peakBytes)}` +
      `${isWithin(peakBytes / 1e6, bars.megabytes)}, ${rows} rows`,
  )
}

const table = (name: string, columns: Parameters<typeof writeTable>[1], rows: number): string => {
  const file = path.join(folder, `${name}.csv`)
  say(`\n${name}: ${rows} × ${columns.length}, ${megabytes(writeTable(file, columns, rows))}`)
  return file
}

try {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, 'csv', 'reading.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: path.basename(program), codeSplitting: false } },
    },
  })
  say(`${availableParallelism()} processors, ${loadavg()[0]?.toFixed(1)} processes at work besides this one`)
  const million = table('numbers', numbers, 1_000_000)
  report('read', 'read', million, 9, { seconds: 1, megabytes: 250 })
  report('preview of 1,000 rows', 'preview', million, 9, { seconds: 0.1 })
  report('read, profile and store', 'open', million, 3)
  report('Papa Parse', 'papa', million, 3)
  const wide = table('pixels', pixels(785), 10_000)
  report('preview of 1,000 rows', 'preview', wide, 9, { seconds: 0.1 })
  report('read', 'read', wide, 3)
  report('Papa Parse', 'papa', wide, 3)
  const every = table('mixed', mixed, 1_000_000)
  report('read', 'read', every, 3)
  report('preview of 1,000 rows', 'preview', every, 3, { seconds: 0.1 })
  report('Papa Parse', 'papa', every, 3)
  rmSync(every)
  const five = table('numbers five times as long', numbers, 5_000_000)
  report('read', 'read', five, 3)
  report('preview of 1,000 rows', 'preview', five, 3, { seconds: 0.1 })
  if (missed > 0) say(`\n${missed} figures miss their bar.`)
  process.exitCode = missed > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}
