import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addSource } from '../../../shared/edits/sources.ts'
import { newProject } from '../../../shared/newProject.ts'
import { temporaryFolder } from '../core.test-support.ts'
import { sourceStamps } from './sourceStamps.ts'
import { allowedFiles } from './sources.ts'

describe('sourceStamps', () => {
  it('tells a file that changed or is gone, and says nothing of files it may not read', async () => {
    const folder = await temporaryFolder()
    const home = join(folder, 'home')
    await mkdir(home)
    await writeFile(join(home, 'a.csv'), 'x\n1\n')
    await writeFile(join(folder, 'b.csv'), 'x\n1\n')
    const { project } = addSource(addSource(newProject('p'), 'a.csv').project, '../b.csv')
    const look = () =>
      sourceStamps({ home, chosen: new Set(), root: null }, project, allowedFiles(join(folder, 'app')))
    const first = await look()
    expect(first['data']).toMatch(/^4 /)
    expect(first['data_2']).toBeNull()
    expect(await look()).toEqual(first)
    await writeFile(join(home, 'a.csv'), 'x\n2\n')
    expect((await look())['data']).not.toBe(first['data'])
    await rm(join(home, 'a.csv'))
    expect((await look())['data']).toBeNull()
  })
})
