import { parseProject, serializeProject } from '../../../../shared/openProject.ts'
import { pipelineSchema } from '../../../../shared/pipeline.ts'
import { ProblemError } from '../../../../shared/problems.ts'
import type { Project } from '../../../../shared/project.ts'
import { runSchema } from '../../../../shared/run.ts'
import { damaged } from './damaged.ts'
import { isPackPath } from './packFormat.ts'
import { packedJson } from './packedJson.ts'

/** Documents of a pack find their data in the pack alone. */
const refuseStrangers = (stem: string, { data }: Project): void => {
  for (const { file } of data.sources)
    if (!file.startsWith('data/') || !isPackPath(stem, file))
      throw new ProblemError('packEntryRefused', { entry: file.slice(0, 200) })
}

const checkedRun = (stem: string, path: string, bytes: Buffer): string => {
  const parsed = runSchema.safeParse(packedJson(path, bytes))
  if (!parsed.success) throw damaged(path, parsed.error.issues[0]?.path.join('.') ?? '')
  // Whoever made it: no process of this computer works on it, and its data are beside it.
  const { pid: _, ...run } = parsed.data
  refuseStrangers(stem, run.document)
  if (path.split('/')[1] !== run.id) throw damaged(path, 'id')
  if (run.state === 'queued' || run.state === 'running') throw damaged(path, 'state')
  return `${JSON.stringify({ ...run, home: '../..' }, null, 2)}\n`
}

/** What is written for a JSON file of a pack, checked: its own bytes, or what is left of them without what leads elsewhere. Throws `packDamaged`, `packEntryRefused` and what `parseProject` throws. */
export const checkedJson = (stem: string, path: string, bytes: Buffer): string => {
  if (path === `${stem}.loom`) {
    const project = parseProject(bytes.toString('utf8'))
    refuseStrangers(stem, project)
    return serializeProject(project)
  }
  if (path.endsWith('/run.json')) return checkedRun(stem, path, bytes)
  const value = packedJson(path, bytes)
  if (path.endsWith('/layerloom.json') && !pipelineSchema.safeParse(value).success)
    throw damaged(path, 'pipeline')
  return bytes.toString('utf8')
}

/** Files of a pack that are read whole and checked; the others are numbers and tables. */
export const isJsonPath = (path: string): boolean => /\.(?:loom|json)$/.test(path)
