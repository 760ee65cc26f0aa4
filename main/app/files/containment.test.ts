import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../core.test-support.ts'
import { pathBelow } from './containment.ts'
import { safeName } from './safeName.ts'

const outside = { problem: { code: 'outsideRoot' } }

describe('pathBelow', () => {
  it('finds what lies below the root, there or not yet', async () => {
    const root = await temporaryFolder()
    expect(await pathBelow(root, '')).toBe(root)
    expect(await pathBelow(root, '하나/two.loom')).toBe(join(root, '하나', 'two.loom'))
  })

  it.each([
    '..',
    '../x',
    'a/../../x',
    '/etc/passwd',
    '//server/share',
    '\\\\server\\share',
    '\\\\?\\C:\\x',
    'C:\\x',
    'c:x',
    'a\0b',
    '/dev/zero',
    '/proc/self/environ',
  ])('refuses %j', async (path) => {
    await expect(pathBelow(await temporaryFolder(), path)).rejects.toMatchObject(outside)
  })

  it('refuses links that lead out, and what lies beyond them', async () => {
    const root = join(await temporaryFolder(), 'root')
    await mkdir(root)
    const other = await temporaryFolder()
    await writeFile(join(other, 'secret.csv'), 'a')
    await symlink(other, join(root, 'way'))
    await symlink(join(other, 'secret.csv'), join(root, 'secret.csv'))
    for (const path of ['way', 'way/secret.csv', 'way/new/file', 'secret.csv'])
      await expect(pathBelow(root, path)).rejects.toMatchObject(outside)
  })

  it('never gives a path outside, whatever is asked', async () => {
    const root = await temporaryFolder()
    const part = fc.oneof(fc.constantFrom('..', '.', '', '~', 'a', '%2e%2e', '..\\'), fc.string())
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const path = await pathBelow(root, parts.join('/')).catch(() => root)
        expect(`${resolve(path)}${sep}`.startsWith(`${root}${sep}`)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('safeName', () => {
  it('keeps ordinary names, also Korean ones', () => {
    for (const name of ['data.csv', '매출 (2024).csv', 'a.b.c.tsv']) expect(safeName(name)).toBe(name)
  })

  it('gives a plain file name or refuses, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (asked) => {
        let name: string
        try {
          name = safeName(asked)
        } catch (error) {
          expect(error).toMatchObject({ problem: { code: 'nameInvalid' } })
          return
        }
        expect(name).not.toMatch(/[\\/:*?"<>|\0]/)
        expect(name.startsWith('.')).toBe(false)
        expect(name.length).toBeGreaterThan(0)
        expect(join('/root', name).startsWith('/root/')).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['CON', 'nul.csv', 'Lpt1.txt'])('does not take the reserved name %s', (name) => {
    expect(safeName(name)).toBe(`_${name}`)
  })
})
