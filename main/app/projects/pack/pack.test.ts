import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseProject } from '../../../../shared/openProject.ts'
import { ProblemError } from '../../../../shared/problems.ts'
import { temporaryFolder } from '../../core.test-support.ts'
import { readRun } from '../../runs/runFolder.ts'
import { goodPack, projectFolder, treeOf } from './pack.test-support.ts'
import { unpack } from './unpack.ts'
import { writePack } from './writePack.ts'

describe('a pack', () => {
  it('holds the project, its tables and the chosen runs, and nothing else', async () => {
    const folder = await temporaryFolder()
    const { path } = await goodPack(folder)
    const into = join(folder, 'there')
    const { project, files } = await unpack(path, into)
    expect(project).toBe(join(into, '환자', '환자.loom'))
    const tree = await treeOf(into)
    const run = tree.find((name) => /runs\/run-\w+-\w+$/.test(name)) ?? ''
    expect(tree).toEqual(
      [
        '환자',
        '환자/data',
        '환자/data/big.csv',
        '환자/data/환자.csv',
        '환자/환자.loom',
        '환자/환자.runs',
        run,
        `${run}/metrics.jsonl`,
        `${run}/model`,
        `${run}/model/layerloom.json`,
        `${run}/model/model.json`,
        `${run}/model/weights.bin`,
        `${run}/run.json`,
      ].sort(),
    )
    expect(files).toBe(8)
    expect(await readFile(join(into, '환자/data/환자.csv'), 'utf8')).toBe('나이,결과\n3,예\n4,아니요\n')
    const document = parseProject(await readFile(project, 'utf8'))
    expect(document.data.sources.map(({ file }) => file)).toEqual(['data/환자.csv', 'data/big.csv'])
    const manifest = await readRun(join(into, run))
    expect(manifest.document.data.sources[0]?.file).toBe('data/환자.csv')
    expect(manifest.data[0]?.file).toBe('data/환자.csv')
    expect(manifest['home']).toBe('../..')
    expect(manifest).not.toHaveProperty('pid')
  })
  it('is the same for the same files', async () => {
    const folder = await temporaryFolder()
    const { project, paths, run } = await projectFolder(folder)
    const plan = { project, stem: 'p', paths, runs: [run] }
    await writePack(join(folder, 'a.loompack'), plan)
    await writePack(join(folder, 'b.loompack'), plan)
    expect(await readFile(join(folder, 'a.loompack'))).toEqual(await readFile(join(folder, 'b.loompack')))
  })
  it('is unpacked beside one of the same name', async () => {
    const folder = await temporaryFolder()
    const { path } = await goodPack(folder)
    await unpack(path, join(folder, 'x'))
    const second = await unpack(path, join(folder, 'x'))
    expect(second.project).toBe(join(folder, 'x', '환자 (2)', '환자.loom'))
  })
  it('gives tables of one name, and of no name for a table, names of their own', async () => {
    const folder = await temporaryFolder()
    const { project } = await projectFolder(folder)
    const odd = join(folder, 'elsewhere', 'BIG.csv')
    const strange = join(folder, 'elsewhere', 'strange')
    await writeFile(odd, 'x\n1\n')
    await writeFile(strange, 'x\n2\n')
    const [first, second] = project.data.sources
    const sources = [first!, second!, { id: 'c', file: 'BIG.csv' }, { id: 'd', file: 'strange' }]
    const plan = {
      project: { ...project, data: { ...project.data, sources } },
      stem: 'p',
      paths: new Map([
        ['data', join(folder, 'elsewhere', 'big.csv')],
        ['data_2', join(folder, 'elsewhere', 'big.csv')],
        ['c', odd],
        ['d', strange],
      ]),
      runs: [],
    }
    const path = join(folder, 'p.loompack')
    await writePack(path, plan)
    const opened = await unpack(path, join(folder, 'x'))
    const { data } = parseProject(await readFile(opened.project, 'utf8'))
    expect(data.sources.map(({ file }) => file)).toEqual([
      'data/big.csv',
      'data/big.csv',
      'data/BIG (2).csv',
      'data/strange.txt',
    ])
  })
  it('keeps a table as it is that would shrink like a bomb, so that it opens again', async () => {
    const folder = await temporaryFolder()
    const { project, paths } = await projectFolder(folder)
    await writeFile(paths.get('data_2') ?? '', Buffer.alloc(20 * 2 ** 20, '0\n'))
    const path = join(folder, 'p.loompack')
    const { bytes } = await writePack(path, { project, stem: 'p', paths, runs: [] })
    expect(bytes).toBeGreaterThan(20 * 2 ** 20)
    const { project: opened } = await unpack(path, join(folder, 'x'))
    expect((await stat(join(opened, '..', 'data', 'big.csv'))).size).toBe(20 * 2 ** 20)
  })
  it('leaves nothing when it is cancelled or a table is gone, and an older pack as it was', async () => {
    const folder = await temporaryFolder()
    const { project, paths, run } = await projectFolder(folder)
    const path = join(folder, 'p.loompack')
    await writeFile(path, 'older')
    const before = await treeOf(folder)
    const plan = { project, stem: 'p', paths, runs: [run] }
    const signal = AbortSignal.abort()
    await expect(writePack(path, plan, { signal })).rejects.toThrow(ProblemError)
    const gone = new Map(paths).set('data_2', join(folder, 'gone.csv'))
    await expect(writePack(path, { ...plan, paths: gone })).rejects.toThrow()
    expect(await treeOf(folder)).toEqual(before)
    expect(await readFile(path, 'utf8')).toBe('older')
  })
  it('tells how far it is', async () => {
    const folder = await temporaryFolder()
    const { project, paths } = await projectFolder(folder)
    const seen: number[] = []
    await writePack(
      join(folder, 'p.loompack'),
      { project, stem: 'p', paths, runs: [] },
      { onProgress: (bytes, total) => seen.push(bytes / total) },
    )
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })
})
