import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addLayerNode } from '../../../shared/edits/addNode.ts'
import { groupNodes } from '../../../shared/edits/groups.ts'
import { newProject } from '../../../shared/newProject.ts'
import { savedBlock } from '../../../shared/savedBlock.ts'
import { temporaryFolder } from '../core.test-support.ts'
import { createBlockLibrary } from './blockLibrary.ts'

const added = addLayerNode(newProject('p'), 'dense', { x: 100, y: 50 }, { params: { units: 7 } })
const { project, group } = groupNodes(added.project, [added.node], { title: 'Head' })
const block = savedBlock(project, group, 'Head')
const idOf = (digit: string) => `${digit.repeat(8)}-1111-4111-8111-111111111111`

describe('the library of blocks', () => {
  it('saves, lists, renames and deletes', async () => {
    const library = createBlockLibrary(await temporaryFolder())
    expect(await library.list()).toEqual([])
    const info = await library.save(block)
    expect(info).toMatchObject({ title: 'Head', nodes: 1, inputs: ['input'], outputs: ['output'] })
    expect(await library.read(info.id)).toEqual(block)
    await library.save({ ...block, title: 'Body' })
    expect((await library.list()).map(({ title }) => title)).toEqual(['Body', 'Head'])
    await library.rename(info.id, 'Tail')
    const renamed = await library.read(info.id)
    expect([renamed.title, renamed.groups[renamed.root]?.title]).toEqual(['Tail', 'Tail'])
    await library.remove(info.id)
    await library.remove(info.id)
    await expect(library.read(info.id)).rejects.toThrow('fileNotFound')
    expect(await library.list()).toHaveLength(1)
  })
  it('refuses files that are no blocks, and lists the others', async () => {
    const folder = await temporaryFolder()
    const library = createBlockLibrary(folder)
    await library.save(block)
    const blocks = join(folder, 'blocks')
    const hostile: readonly string[] = [
      '',
      'null',
      '[]',
      '{"__proto__": {"layerloom": "block"}}',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      JSON.stringify({ ...block, format: 2 }),
      JSON.stringify({ ...block, nodes: {} }),
      JSON.stringify({ ...block, root: 'constructor' }),
      JSON.stringify({ ...block, layers: {} }),
      JSON.stringify({ ...block, edges: [{ from: 'dense', out: 'output', to: 'elsewhere', in: 'input' }] }),
      JSON.stringify({ ...block, groups: { ...block.groups, loop: { title: '', parent: 'gone' } } }),
      JSON.stringify({ ...block, title: 'x'.repeat(9 * 2 ** 20) }),
    ]
    await mkdir(blocks, { recursive: true })
    for (const [index, text] of hostile.entries()) {
      const id = idOf(index.toString(16))
      await writeFile(join(blocks, `${id}.json`), text)
      await expect(library.read(id), text.slice(0, 80)).rejects.toThrow('blockInvalid')
    }
    await writeFile(join(blocks, 'notes.txt'), 'not ours')
    expect((await library.list()).map(({ title }) => title)).toEqual(['Head'])
  })
  it('never leaves its folder', async () => {
    const folder = await temporaryFolder()
    const library = createBlockLibrary(folder)
    for (const id of ['../recent', 'a/b', '', '..', `${idOf('1')}/../../x`]) {
      await expect(library.read(id)).rejects.toThrow('fileNotFound')
      await expect(library.rename(id, 'x')).rejects.toThrow('fileNotFound')
      await expect(library.remove(id)).rejects.toThrow('fileNotFound')
    }
    expect(await readdir(folder)).toEqual([])
  })
})
