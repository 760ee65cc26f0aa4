import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toProblem } from '../../../shared/problems.ts'
import { temporaryFolder } from '../core.test-support.ts'
import { diskFileSystem, type FileSystem, type OpenFile } from './fileSystem.ts'
import { copySafely, writeSafely } from './writeSafely.ts'

type Fault = 'EIO' | 'ENOSPC' | 'short'

const failure = (fault: Fault) =>
  Object.assign(new Error(fault), { code: fault === 'short' ? 'ENOSPC' : fault })

/** The real file system that fails at the `at`-th call; counts calls when `at` is beyond them. */
function faulty(at: number, fault: Fault): { fs: FileSystem; calls: () => number } {
  let calls = 0
  const step = <R>(work: () => Promise<R>): Promise<R> =>
    calls++ === at ? Promise.reject(failure(fault)) : work()
  const guard = (file: OpenFile): OpenFile => ({
    async write(data, offset, length) {
      // A short write puts only half on disk, again and again, until nothing more goes in.
      if (calls++ === at && fault !== 'short') throw failure(fault)
      if (fault === 'short' && calls > at)
        return file.write(data, offset, calls > at + 3 ? 0 : Math.floor(length / 2))
      return file.write(data, offset, length)
    },
    sync: () => step(() => file.sync()),
    stat: () => step(() => file.stat()),
    close: () => file.close(),
  })
  return {
    calls: () => calls,
    fs: {
      open: (path, flags) => step(async () => guard(await diskFileSystem.open(path, flags))),
      rename: (from, to) => step(() => diskFileSystem.rename(from, to)),
      link: (from, to) => step(() => diskFileSystem.link(from, to)),
      unlink: (path) => diskFileSystem.unlink(path),
    },
  }
}

const sizes = [0, 10, 200_000]
const faults: readonly Fault[] = ['EIO', 'ENOSPC', 'short']

describe('writeSafely', () => {
  it.each(faults)(
    'keeps the old file, or has the new one whole, when any step fails with %s',
    async (fault) => {
      const folder = await temporaryFolder()
      const path = join(folder, 'a.loom')
      let points = 0
      for (const size of sizes)
        for (const backup of [false, true])
          for (let at = 0; ; at++) {
            const old = Buffer.alloc(5000, 'o')
            const fresh = Buffer.alloc(size, 'n')
            await writeFile(path, old)
            const { fs, calls } = faulty(at, fault)
            const problem = await writeSafely(path, fresh, { backup, fs }).then(() => null, toProblem)
            const found = await readFile(path)
            if (calls() <= at) {
              expect(problem).toBeNull()
              expect(found).toEqual(fresh)
              break
            }
            if (problem) {
              points++
              expect(['diskFull', 'writeFailed']).toContain(problem.code)
              expect(problem.values).toEqual({ file: path, cause: fault === 'EIO' ? 'EIO' : 'ENOSPC' })
              // The last step of all, syncing the folder, comes after the new file is in place.
              if (!found.equals(fresh)) expect(found).toEqual(old)
            } else expect(found).toEqual(fresh)
            expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
          }
      expect(points).toBeGreaterThan(20)
    },
  )

  it('reports and leaves nothing when a new file cannot be written', async () => {
    const folder = await temporaryFolder()
    for (let at = 0; at < 4; at++) {
      const { fs } = faulty(at, 'ENOSPC')
      await expect(writeSafely(join(folder, 'new.loom'), 'text', { fs })).rejects.toMatchObject({
        problem: { code: 'diskFull' },
      })
      expect(await readdir(folder)).toEqual([])
    }
  })

  it('keeps what was there before as .bak, also where files cannot have two names', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'a.loom')
    await writeSafely(path, 'first')
    await writeSafely(path, 'second', { backup: true })
    expect(await readFile(`${path}.bak`, 'utf8')).toBe('first')
    const fs: FileSystem = {
      ...diskFileSystem,
      link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' })),
    }
    await writeSafely(path, 'third', { backup: true, fs })
    expect(await readFile(`${path}.bak`, 'utf8')).toBe('second')
    expect(await readFile(path, 'utf8')).toBe('third')
  })

  it('goes on after writes that took only part of the bytes', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'a.bin')
    const fs: FileSystem = {
      ...diskFileSystem,
      open: async (name, flags) => {
        const file = await diskFileSystem.open(name, flags)
        return {
          write: (data, offset, length) => file.write(data, offset, Math.min(7, length)),
          sync: () => file.sync(),
          stat: () => file.stat(),
          close: () => file.close(),
        }
      },
    }
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251))
    await writeSafely(path, bytes, { fs })
    expect(await readFile(path)).toEqual(bytes)
  })

  it('copies a file of several parts byte for byte', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'to'))
    const bytes = Buffer.alloc(3_000_001, 'abc')
    await writeFile(join(folder, 'from.bin'), bytes)
    await copySafely(join(folder, 'from.bin'), join(folder, 'to', 'copy.bin'))
    expect((await readFile(join(folder, 'to', 'copy.bin'))).equals(bytes)).toBe(true)
  })
})
