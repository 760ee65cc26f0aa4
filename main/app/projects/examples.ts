import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { ExampleInfo } from '../../../shared/contract.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import { pathBelow } from '../files/containment.ts'
import { readProjectFile } from './projectFile.ts'

const words = z.object({ en: z.string(), ko: z.string() })
const exampleSchema = z.object({ order: z.number().default(1000), title: words, summary: words })

const readExample = async (dir: string, id: string) => {
  const text = await readFile(join(dir, id, 'example.json'), 'utf8').catch(() => null)
  return text === null ? null : { id, ...exampleSchema.parse(JSON.parse(text)) }
}

/** The examples that came with the app, in the order they are meant to be read. */
export async function listExamples(dir: string): Promise<readonly ExampleInfo[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const found = await Promise.all(folders.map((id) => readExample(dir, id)))
  return found
    .filter((example) => example !== null)
    .sort((a, b) => a.order - b.order || a.id.localeCompare(b.id))
    .map(({ id, title, summary }) => ({ id, title, summary }))
}

/** An example's project; its data files are copied into `home`, where its relative paths lead. Throws `fileNotFound`. */
export async function copyExample(dir: string, id: string, home: string): Promise<Project> {
  const known = (await listExamples(dir)).some((example) => example.id === id)
  if (!known) throw new ProblemError('fileNotFound', { file: id })
  const { project } = await readProjectFile(join(dir, id, 'project.loom'))
  for (const { file } of project.data.sources) {
    const from = await pathBelow(join(dir, id), file)
    const to = await pathBelow(home, file)
    await mkdir(dirname(to), { recursive: true })
    await copyFile(from, to, constants.COPYFILE_FICLONE)
  }
  return project
}
