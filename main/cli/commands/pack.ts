import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import { ProblemError } from '../../../shared/problems.ts'
import type { RunState } from '../../../shared/run.ts'
import { appDataFolder } from '../../app/appData.ts'
import { packProject } from '../../app/projects/pack/packProject.ts'
import { runsDirOf } from '../../app/projects/places.ts'
import { readProjectFile } from '../../app/projects/projectFile.ts'
import { listRunFolders } from '../../app/runs/runFolder.ts'
import type { Workbench } from '../../app/workbench.ts'
import type { AddCommand } from '../command.ts'
import { outPath } from '../outPath.ts'
import { counted, progressLine, type Report } from '../report.ts'

type RunChoice = 'all' | 'none' | readonly number[]

interface PackChoices {
  readonly out: string
  readonly runs: RunChoice
  readonly force?: boolean
  readonly json?: boolean
}

const runChoice = (text: string): RunChoice => {
  if (text === 'all' || text === 'none') return text
  const numbers = text.split(',').map(Number)
  if (numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers
  throw new InvalidArgumentError('It must be “all”, “none” or numbers of runs such as 1,3.')
}

/** `pack`: a project with its data and runs as one file. */
export const addPack: AddCommand = (program, run) =>
  void program
    .command('pack <project>')
    .description('pack a project, its data and its runs into one .loompack file')
    .requiredOption('--out <file>', 'the pack to write')
    .option('--runs <numbers>', 'runs that come along: all, none or numbers such as 1,3', runChoice, 'all')
    .option('--force', 'overwrite an existing file')
    .option('--json', 'print one JSON object as the last line')
    .action((file: string, options: PackChoices) =>
      run(options, (workbench) => pack(workbench, resolve(file), options)),
    )

const isOver = (state: RunState): boolean => state !== 'queued' && state !== 'running'

/** Ids of the runs that are asked for; all are those that are over. Throws `runNotFound`. */
async function chosenRuns(runsDir: string, choice: RunChoice): Promise<readonly string[]> {
  if (choice === 'none') return []
  const runs = (await listRunFolders(runsDir)).map((found) => found.run)
  if (choice === 'all') return runs.filter(({ state }) => isOver(state)).map(({ id }) => id)
  return choice.map((wanted) => {
    const found = runs.find(({ number }) => number === wanted)
    if (!found) throw new ProblemError('runNotFound')
    return found.id
  })
}

async function pack({ allowed }: Workbench, path: string, options: PackChoices): Promise<Report> {
  const asked = outPath(options.out)
  const out = asked.endsWith('.loompack') ? asked : `${asked}.loompack`
  const exists = await stat(out).then(
    () => true,
    () => false,
  )
  if (exists && !options.force) throw new ProblemError('fileExists', { file: out })
  const { project } = await readProjectFile(path)
  const runsDir = await runsDirOf(appDataFolder(), path)
  const runs = await chosenRuns(runsDir, options.runs)
  const scope = { home: dirname(path), chosen: new Set<string>(), root: null }
  const line = progressLine()
  try {
    const { bytes, files } = await packProject({ allowed }, { project, scope, path, runsDir, runs }, out, {
      onProgress: (done, total) => line.show(`${Math.round((100 * done) / Math.max(1, total))} %`),
    })
    return {
      json: { pack: out, bytes, files, tables: project.data.sources.length, runs: runs.length },
      text: `${out}: ${counted(files, 'file')}, ${counted(bytes, 'byte')}; ${counted(runs.length, 'run')}.`,
    }
  } finally {
    line.end()
  }
}
