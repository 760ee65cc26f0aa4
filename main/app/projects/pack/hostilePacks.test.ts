import { lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRandom, type Random } from '../../../../shared/prep/random.ts'
import { toProblem } from '../../../../shared/problems.ts'
import { temporaryFolder } from '../../core.test-support.ts'
import { hostilePacks } from './hostilePacks.test-support.ts'
import { goodPack, packedFiles, treeOf } from './pack.test-support.ts'
import { unpack } from './unpack.ts'

/** Unpacks bytes below a folder that stands beside a file nobody may touch; tells the problem, or null when it opened. */
async function tryPack(folder: string, bytes: Buffer): Promise<string | null> {
  const outer = join(folder, 'outer')
  const pack = join(folder, 'x.loompack')
  await rm(outer, { recursive: true, force: true })
  await mkdir(join(outer, 'into'), { recursive: true })
  await writeFile(join(outer, 'canary.csv'), 'alive')
  await writeFile(pack, bytes)
  const before = await treeOf(folder)
  let problem: string | null = null
  try {
    await unpack(pack, join(outer, 'into'))
  } catch (error) {
    problem = toProblem(error).code
    expect(await treeOf(folder), 'nothing is left').toEqual(before)
  }
  expect(await readFile(join(outer, 'canary.csv'), 'utf8')).toBe('alive')
  const outside = (await treeOf(outer)).filter((path) => !path.startsWith('into/환자') && path !== 'into')
  expect(outside).toEqual(['canary.csv'])
  for (const path of await treeOf(outer)) {
    const found = await lstat(join(outer, path))
    expect(found.isFile() || found.isDirectory(), path).toBe(true)
  }
  return problem
}

/** What a good pack leaves on the disk, its documents aside, which are written anew. */
async function unpacked(folder: string): Promise<Record<string, string>> {
  const into = join(folder, 'outer', 'into')
  const found: Record<string, string> = {}
  for (const path of await treeOf(into))
    if (!(await lstat(join(into, path))).isDirectory())
      found[path] = (await readFile(join(into, path))).toString('base64')
  return found
}

const mutations: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => {
    const next = Buffer.from(bytes)
    const at = random.below(next.length)
    next[at] = (next[at] ?? 0) ^ (1 << random.below(8))
    return next
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => {
    const next = Buffer.from(bytes)
    const from = random.below(next.length)
    return next.fill(random.below(2) * 255, from, Math.min(next.length, from + 1 + random.below(64)))
  },
  (bytes, random) => {
    const from = random.below(bytes.length)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + random.below(40))])
  },
  (bytes, random) => {
    const from = random.below(bytes.length)
    const piece = bytes.subarray(from, from + 1 + random.below(40))
    const at = random.below(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
  },
]

describe('hostile packs', () => {
  it('are each refused with a clear error, and leave nothing anywhere', { timeout: 120_000 }, async () => {
    const folder = await temporaryFolder()
    const { bytes } = await goodPack(join(folder, 'made'))
    const packs = hostilePacks(packedFiles(bytes))
    expect(packs.length).toBeGreaterThan(250)
    const wrong: string[] = []
    for (const { name, bytes: hostile, codes } of packs) {
      const problem = await tryPack(folder, hostile)
      if (problem === null || !codes.includes(problem)) wrong.push(`${name}: ${problem ?? 'opened'}`)
    }
    expect(wrong).toEqual([])
  })

  it('made by damaging a good one are refused, or give exactly what it holds', {
    timeout: 120_000,
  }, async () => {
    const folder = await temporaryFolder()
    const { bytes } = await goodPack(join(folder, 'made'))
    const random = createRandom(4, 'packs')
    expect(await tryPack(folder, bytes)).toBeNull()
    const good = await unpacked(folder)
    const wrong: string[] = []
    const clear = ['packDamaged', 'packEntryRefused', 'notAPack', 'packTooLarge', 'packTooMany', 'packTooNew']
    let refused = 0
    for (let count = 0; count < 100; count++) {
      const mutate = mutations[count % mutations.length]!
      const problem = await tryPack(folder, mutate(bytes, random))
      if (problem === null) expect(await unpacked(folder), String(count)).toEqual(good)
      else if (clear.includes(problem)) refused++
      else wrong.push(`${count}: ${problem}`)
    }
    expect(wrong).toEqual([])
    expect(refused).toBeGreaterThan(60)
  })
})
