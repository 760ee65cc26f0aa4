import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { createDatasets } from '../../main/app/datasets/datasets.ts'
import { readCsv } from '../../main/app/datasets/csv/readCsv.ts'
import { openDataset } from '../../main/app/datasets/openDataset.ts'

/** What one process measured: of all repetitions the time of each, of all of it the most memory it held. */
export interface Measured {
  readonly milliseconds: readonly number[]
  /** Processor time of all its threads. */
  readonly busy: readonly number[]
  readonly peakBytes: number
  readonly rows: number
}

/** What a process can be told to do with a file. `folder` is a place to store columns in. */
const works: Readonly<Record<string, (file: string, folder: string) => number | Promise<number>>> = {
  read: (file) => {
    const steps = readCsv(file)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value.rows
    }
  },
  open: async (file, folder) => (await openDataset(folder, file, {})).profile.rows,
  preview: async (file, folder) => (await createDatasets({ cacheDir: folder }).preview(file)).rows.length,
  // As a program would that trains on the numbers: Papa's own conversion, rows of cells, a block at a time.
  papa: (file) => {
    const { data } = Papa.parse<unknown[]>(readFileSync(file, 'utf8'), {
      dynamicTyping: true,
      skipEmptyLines: true,
    })
    return data.length - 1
  },
}

/** The most memory this process held; by Linux's own account, for that of resource usage counts what started it too. */
const peakBytes = (): number => {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS) * 1024
}

const [work = '', file = '', folder = '', times = '1'] = process.argv.slice(2)
const milliseconds: number[] = []
const busy: number[] = []
let rows = 0
for (let time = 0; time < Number(times); time++) {
  const start = performance.now()
  const before = process.cpuUsage()
  rows = (await works[work]?.(file, folder)) ?? 0
  milliseconds.push(performance.now() - start)
  const { user, system } = process.cpuUsage(before)
  busy.push((user + system) / 1000)
}
const measured: Measured = { milliseconds, busy, peakBytes: peakBytes(), rows }
process.stdout.write(JSON.stringify(measured))
