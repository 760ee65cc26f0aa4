import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { nestingOf } from '../../../shared/nestingOf.ts'
import { parseJson } from '../../../shared/parseJson.ts'
import { printJson } from '../../../shared/printJson.ts'
import { ProblemError } from '../../../shared/problems.ts'
import { type BlockInfo, type SavedBlock, savedBlockSchema } from '../../../shared/savedBlock.ts'
import { isMissing, readProblem } from '../files/fileProblem.ts'
import { writeSafely } from '../files/writeSafely.ts'

/** Largest file that is read, in bytes. */
const sizeLimit = 8 * 2 ** 20
/** Deepest nesting of objects and lists; a block needs about ten. */
const depthLimit = 64
/** Most files that are looked at. */
const most = 1000

/** The user's own blocks, a file each in the app's own folder. */
export interface BlockLibrary {
  /** By title; files that are no blocks are left out. */
  list(): Promise<readonly BlockInfo[]>
  /** Throws `fileNotFound`, read problems and `blockInvalid`. */
  read(id: string): Promise<SavedBlock>
  save(block: SavedBlock): Promise<BlockInfo>
  rename(id: string, title: string): Promise<BlockInfo>
  /** A block that is gone already is no problem. */
  remove(id: string): Promise<void>
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const infoOf = (id: string, { title, root, nodes, groups }: SavedBlock, saved: Date): BlockInfo => ({
  id,
  title,
  nodes: Object.keys(nodes).length,
  inputs: (groups[root]?.inputs ?? []).map(({ name }) => name),
  outputs: (groups[root]?.outputs ?? []).map(({ name }) => name),
  saved: saved.toISOString(),
})

const parse = (text: string): SavedBlock => {
  if (nestingOf(text) > depthLimit) throw new ProblemError('blockInvalid', { why: 'nesting' })
  const value = parseJson(
    text,
    (path, why) => new ProblemError('blockInvalid', { why: `${path} ${why}`.trim() }),
  )
  const result = savedBlockSchema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const why = [issue?.path.map(String).join('.'), issue?.message].filter(Boolean).join(': ')
  throw new ProblemError('blockInvalid', { why })
}

/** The library in `<app data>/blocks`. Reading a block checks it and runs nothing. */
export function createBlockLibrary(appData: string): BlockLibrary {
  const folder = join(appData, 'blocks')
  const pathOf = (id: string): string => {
    if (!idPattern.test(id)) throw new ProblemError('fileNotFound', { file: id })
    return join(folder, `${id}.json`)
  }
  const read = async (id: string): Promise<{ readonly block: SavedBlock; readonly saved: Date }> => {
    const path = pathOf(id)
    try {
      const { size, mtime } = await stat(path)
      if (size > sizeLimit) throw new ProblemError('blockInvalid', { why: `${size} > ${sizeLimit}` })
      return { block: parse(await readFile(path, 'utf8')), saved: mtime }
    } catch (error) {
      throw readProblem(error, path)
    }
  }
  const write = async (id: string, block: SavedBlock): Promise<BlockInfo> => {
    const text = `${printJson(block, 100)}\n`
    if (Buffer.byteLength(text) > sizeLimit)
      throw new ProblemError('blockInvalid', { why: `${Buffer.byteLength(text)} > ${sizeLimit}` })
    await mkdir(folder, { recursive: true })
    await writeSafely(pathOf(id), text)
    return infoOf(id, block, new Date())
  }
  return {
    async list() {
      const names = await readdir(folder).catch(() => [])
      const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5))
      const found: BlockInfo[] = []
      for (const id of ids.filter((one) => idPattern.test(one)).slice(0, most)) {
        const entry = await read(id).catch(() => null)
        if (entry) found.push(infoOf(id, entry.block, entry.saved))
      }
      return found.sort(
        (one, other) => one.title.localeCompare(other.title) || one.id.localeCompare(other.id),
      )
    },
    read: async (id) => (await read(id)).block,
    save: (block) => write(randomUUID(), block),
    async rename(id, title) {
      const { block } = await read(id)
      const root = block.groups[block.root]
      const groups = root ? { ...block.groups, [block.root]: { ...root, title } } : block.groups
      return write(id, { ...block, title, groups })
    },
    async remove(id) {
      await unlink(pathOf(id)).catch((error: unknown) => {
        if (!isMissing(error)) throw readProblem(error, id)
      })
    },
  }
}
