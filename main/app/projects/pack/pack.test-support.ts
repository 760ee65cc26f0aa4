import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { addSource } from '../../../../shared/edits/sources.ts'
import { newProject } from '../../../../shared/newProject.ts'
import type { Project } from '../../../../shared/project.ts'
import { newRun } from '../../runs/runManifest.ts'
import { writeRun } from '../../runs/runFolder.ts'
import { manifestName, type PackManifest } from './packFormat.ts'
import { writePack } from './writePack.ts'

/** A project with two tables and a run that is over, as the folder of a user has it. */
export async function projectFolder(folder: string): Promise<{
  readonly project: Project
  readonly paths: ReadonlyMap<string, string>
  readonly run: string
}> {
  const data = join(folder, 'elsewhere')
  await mkdir(data, { recursive: true })
  const paths = new Map([
    ['data', join(data, '환자.csv')],
    ['data_2', join(data, 'big.csv')],
  ])
  await writeFile(paths.get('data') ?? '', '나이,결과\n3,예\n4,아니요\n')
  await writeFile(paths.get('data_2') ?? '', `x\n${'7\n'.repeat(20_000)}`)
  const one = addSource(newProject('환자'), { file: '../elsewhere/환자.csv', sha256: 'a'.repeat(64) })
  const { project } = addSource(one.project, '../elsewhere/big.csv')
  const queued = newRun(project, 1, '0.0.0')
  const run = join(folder, 'runs', queued.id)
  const state = { ...queued, state: 'done' as const, home: '../../../elsewhere' }
  await writeRun(run, {
    ...state,
    data: [{ source: 'data', file: '../elsewhere/환자.csv', sha256: 'a'.repeat(64), rows: 2 }],
  })
  await writeFile(join(run, 'metrics.jsonl'), '{}\n')
  await mkdir(join(run, 'model'))
  await writeFile(join(run, 'model', 'model.json'), '{"modelTopology":{},"weightsManifest":[]}')
  await writeFile(join(run, 'model', 'weights.bin'), Buffer.alloc(1000, 1))
  await writeFile(join(run, 'model', 'layerloom.json'), '{"format":1,"project":"p","inputs":[],"outputs":[]}')
  await writeFile(join(run, 'private.txt'), 'not for others')
  return { project, paths, run }
}

/** A good pack of such a project, and its path. */
export async function goodPack(folder: string): Promise<{ readonly path: string; readonly bytes: Buffer }> {
  const { project, paths, run } = await projectFolder(folder)
  const path = join(folder, 'good.loompack')
  await writePack(path, { project, stem: '환자', paths, runs: [run] })
  return { path, bytes: await readFile(path) }
}

/** The files of a good pack by name, its manifest aside. */
export const packedFiles = (pack: Buffer): Record<string, Buffer> => {
  const { [manifestName]: _, ...files } = unzipSync(pack)
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)]))
}

/** A manifest that fits these files. */
export const manifestFor = (
  files: Readonly<Record<string, Buffer | string>>,
  project = '환자.loom',
): PackManifest => ({
  format: 1,
  project,
  files: Object.entries(files).map(([path, content]) => ({
    path,
    bytes: Buffer.from(content).length,
    sha256: createHash('sha256').update(content).digest('hex'),
  })),
})

/** Every path below a folder, in order. */
export const treeOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).sort()
