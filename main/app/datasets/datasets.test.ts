import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createDatasets, type Datasets } from './datasets.ts'
import { readTable } from './readTable.ts'
import { readStoredTable } from './storedTable.ts'
import { trimCache } from './cache.ts'

const folder = mkdtempSync(join(tmpdir(), 'layerloom-datasets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = `name,mass,note\n${Array.from({ length: 2500 }, (_, row) => `n${row % 7},${row / 8},"said ""${row}"""`).join('\n')}\nx,NA,\n`
let cacheDir: string
let file: string
let datasets: Datasets
let round = 0
beforeEach(() => {
  cacheDir = join(folder, `cache ${++round}`)
  file = join(folder, `데이터 ${round}.csv`)
  writeFileSync(file, text)
  datasets = createDatasets({ cacheDir })
})
const folders = (): string[] => readdirSync(cacheDir).filter((name) => name !== 'known')

describe('an opened data set', () => {
  it('has the profile that reading gives, and its columns on disk', async () => {
    const { profile, dir } = await datasets.open(file)
    const read = await readTable(file)
    expect(profile).toEqual(read.profile)
    expect(await readStoredTable(dir, ['name', 'mass', 'note'])).toEqual(read.table)
  })

  it('has only the columns asked for, in their order', async () => {
    const { dir } = await datasets.open(file)
    expect([...(await readStoredTable(dir, ['note', 'name'])).columns.keys()]).toEqual(['note', 'name'])
    await expect(readStoredTable(dir, ['nothing'])).rejects.toMatchObject({
      problem: { code: 'columnMissing' },
    })
  })

  it('shows any window of its rows', async () => {
    const { dir } = await datasets.open(file)
    expect(await datasets.rows(dir, 0, 2)).toEqual([
      ['n0', '0', 'said "0"'],
      ['n1', '0.125', 'said "1"'],
    ])
    expect(await datasets.rows(dir, 2499, 10)).toEqual([
      ['n0', '312.375', 'said "2499"'],
      ['x', null, null],
    ])
    expect(await datasets.rows(dir, 9999, 10)).toEqual([])
  })

  it('shows rows of a column of long texts, reading only their part of it', async () => {
    const story = (row: number) => `"Es war ${row} mal, “${'è'.repeat(row % 700)}”"`
    writeFileSync(
      file,
      `n,story\n${Array.from({ length: 3000 }, (_, row) => `${row},${story(row)}`).join('\n')}\n`,
    )
    const { dir } = await datasets.open(file)
    for (const from of [0, 990, 1995, 2999])
      for (const [at, [number, text]] of (await datasets.rows(dir, from, 20)).entries())
        expect([number, `"${text}"`]).toEqual([String(from + at), story(from + at)])
  })

  it('is not read again while its file is the same', async () => {
    await datasets.open(file)
    const progress: unknown[] = []
    const again = await datasets.open(file, { onProgress: (step) => progress.push(step) })
    expect(progress).toEqual([])
    expect(again.profile.rows).toBe(2501)
  })

  it('is found by its bytes under another path and time', async () => {
    const { dir } = await datasets.open(file)
    const copy = join(folder, `copy ${round}.csv`)
    writeFileSync(copy, text)
    utimesSync(copy, 1, 1)
    const progress: unknown[] = []
    expect((await datasets.open(copy, { onProgress: (step) => progress.push(step) })).dir).toBe(dir)
    expect(progress).toEqual([])
  })

  it('is read anew when the file changed, or is to be read otherwise', async () => {
    const first = await datasets.open(file)
    appendFileSync(file, 'y,2,last\n')
    const second = await datasets.open(file)
    const third = await datasets.open(file, { columnTypes: { mass: 'text' } })
    expect(second.profile.rows).toBe(2502)
    expect(third.profile.columns[1]?.type).toBe('text')
    expect(new Set([first.dir, second.dir, third.dir]).size).toBe(3)
  })

  it('is read anew when what was kept is damaged', async () => {
    const { dir } = await datasets.open(file)
    truncateSync(join(dir, '1.f64'), 100)
    const again = await createDatasets({ cacheDir }).open(file)
    expect((await readStoredTable(again.dir, ['mass'])).columns.get('mass')).toEqual(
      (await readTable(file)).table.columns.get('mass'),
    )
  })

  it('leaves nothing half-written behind when cancelled', async () => {
    const cancel = new AbortController()
    const work = datasets.open(file, { signal: cancel.signal, onProgress: () => cancel.abort() })
    await expect(work).rejects.toMatchObject({ problem: { code: 'cancelled' } })
    mkdirSync(cacheDir, { recursive: true })
    expect(folders()).toEqual([])
  })

  it('makes room for itself by removing the one not used for longest', async () => {
    const first = await datasets.open(file)
    const second = await datasets.open(file, { dialect: { header: false } })
    utimesSync(second.dir, 1, 1)
    trimCache(cacheDir, first.dir, 1000)
    expect(folders()).toEqual([first.dir.slice(cacheDir.length + 1)])
  })
})

it('previews the first 1,000 rows', async () => {
  const { profile, rows } = await datasets.preview(file)
  expect(rows).toHaveLength(1000)
  expect(rows[3]).toEqual(['n3', '0.375', 'said "3"'])
  expect(profile.columns).toEqual([
    { name: 'name', type: 'category' },
    { name: 'mass', type: 'number' },
    { name: 'note', type: 'text' },
  ])
  expect((await datasets.preview(file, { header: false })).rows[0]).toEqual(['name', null, 'note'])
})

it('works in a worker thread as it does without one', { timeout: 60_000 }, async () => {
  const workerPath = join(folder, 'datasetWorker.mjs')
  const bundler = join(process.cwd(), 'node_modules/.bin/rolldown')
  execFileSync(bundler, [join(import.meta.dirname, 'worker.ts'), '--platform', 'node', '--file', workerPath])
  const inWorker = createDatasets({ cacheDir, workerPath })
  const progress: number[] = []
  const { profile, dir } = await inWorker.open(file, { onProgress: ({ bytes }) => progress.push(bytes) })
  expect(profile).toEqual((await readTable(file)).profile)
  expect(await inWorker.rows(dir, 1, 1)).toEqual([['n1', '0.125', 'said "1"']])
  expect(progress.at(-1)).toBe(profile.bytes)

  const missing = inWorker.open(join(folder, 'nowhere.csv'))
  await expect(missing).rejects.toMatchObject({ problem: { code: 'fileNotFound' } })
  const cancel = new AbortController()
  const options = { signal: cancel.signal, dialect: { skip: 1 }, onProgress: () => cancel.abort() }
  await expect(inWorker.open(file, options)).rejects.toMatchObject({ problem: { code: 'cancelled' } })
})
