import { readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../core.test-support.ts'
import { createUploads, partLimit } from './uploads.ts'

const send = async (root: string, name: string, bytes: Uint8Array) => {
  const uploads = createUploads(root)
  const upload = await uploads.begin(name, bytes.length)
  for (let at = 0; at < bytes.length; at += partLimit)
    await uploads.part(upload, at, bytes.subarray(at, at + partLimit))
  return uploads.end(upload)
}

describe('uploads', () => {
  it('puts a file of several parts into a folder of its name', async () => {
    const root = await temporaryFolder()
    const bytes = Buffer.alloc(partLimit * 2 + 5, 'abcdefg')
    const path = await send(root, 'sales.csv', bytes)
    expect(path).toBe(join(root, 'sales', 'data', 'sales.csv'))
    expect((await readFile(path)).equals(bytes)).toBe(true)
  })

  it('takes the same file once, and another of its name beside it', async () => {
    const root = await temporaryFolder()
    const first = await send(root, 'a.csv', Buffer.from('1'))
    expect(await send(root, 'a.csv', Buffer.from('1'))).toBe(first)
    expect(await send(root, 'a.csv', Buffer.from('2'))).toBe(join(root, 'a', 'data', 'a (2).csv'))
    expect(await readdir(join(root, 'a', 'data'))).toEqual(['a (2).csv', 'a.csv'])
  })

  it.each(['../../evil.csv', '/etc/evil.csv', '..\\evil.csv', '.evil.csv'])(
    'keeps %s below the root',
    async (name) => {
      const root = await temporaryFolder()
      const path = await send(root, name, Buffer.from('x'))
      expect(path.startsWith(`${root}/`)).toBe(true)
    },
  )

  it('refuses a folder that is a link out of the root', async () => {
    const root = await temporaryFolder()
    const other = await temporaryFolder()
    await symlink(other, join(root, 'a'))
    await expect(createUploads(root).begin('a.csv', 1)).rejects.toMatchObject({
      problem: { code: 'outsideRoot' },
    })
    expect(await readdir(other)).toEqual([])
  })

  it('refuses parts out of order, too large or too many, and an end before the last', async () => {
    const uploads = createUploads(await temporaryFolder())
    const upload = await uploads.begin('a.csv', partLimit + 10)
    const refused = { problem: { code: 'badMessage' } }
    await expect(uploads.part(upload, 1, Buffer.from('x'))).rejects.toMatchObject(refused)
    await expect(uploads.part(upload, 0, Buffer.alloc(partLimit + 1))).rejects.toMatchObject(refused)
    await expect(uploads.end(upload)).rejects.toMatchObject(refused)
    await uploads.part(upload, 0, Buffer.alloc(partLimit))
    await expect(uploads.part(upload, partLimit, Buffer.alloc(11))).rejects.toMatchObject(refused)
    await uploads.close()
  })

  it('leaves nothing of what was cancelled or of a client that went away', async () => {
    const root = await temporaryFolder()
    const uploads = createUploads(root)
    const upload = await uploads.begin('a.csv', 5)
    await uploads.part(upload, 0, Buffer.from('ab'))
    await uploads.cancel(upload)
    await uploads.begin('a.csv', 5)
    await uploads.close()
    expect(await readdir(join(root, 'a', 'data'))).toEqual([])
  })

  it('says at once that the disk has no room for it', async () => {
    await expect(createUploads(await temporaryFolder()).begin('a.csv', 2 ** 50)).rejects.toMatchObject({
      problem: { code: 'diskFull' },
    })
  })
})

describe('uploads for a project', () => {
  it('go into the data folder beside it, whatever their name', async () => {
    const root = await temporaryFolder()
    const home = join(await temporaryFolder(), 'project')
    const uploads = createUploads(root)
    const upload = await uploads.begin('../../a.csv', 1, home)
    await uploads.part(upload, 0, Buffer.from('x'))
    expect(await uploads.end(upload)).toBe(join(home, 'data', 'a.csv'))
    expect(await readdir(root)).toEqual([])
  })
})
