import { relative, resolve, dirname, join } from 'node:path'
import type { Answer, RawRow, TrainingEvent } from '../../shared/engineContract.ts'
import type { ExportResult } from '../../shared/contract.ts'
import { ProblemError } from '../../shared/problems.ts'
import type { Project } from '../../shared/project.ts'
import type { Run, RunMetrics } from '../../shared/run.ts'
import type { CoreOptions } from './core.ts'
import { exportTfjs } from './exports/exportTfjs.ts'
import { realPath } from './files/containment.ts'
import { runsDirOf } from './projects/places.ts'
import { readingOf, prepareSources } from './projects/sourceTables.ts'
import { modelFolder, readRun, listRunFolders } from './runs/runFolder.ts'
import { newRun } from './runs/runManifest.ts'
import { runSources } from './runs/runSources.ts'
import { trainRun } from './runs/trainRun.ts'
import { createServices } from './services.ts'

/** A run and the folder it is in. */
export interface WorkbenchRun {
  readonly dir: string
  readonly run: Run
}

interface TrainChoices {
  readonly project: Project
  /** The project's file: relative data paths start from its folder. */
  readonly path: string
  /** Stands in for the file of the first source. */
  readonly data?: string | undefined
  /** The run's folder; without it the run is kept in `name.runs/` beside the project. */
  readonly outDir?: string | undefined
  readonly onEvent: (event: TrainingEvent, run: Run) => void
  readonly stop: AbortSignal
  readonly kill: AbortSignal
}

/** The core without clients, for one job from a terminal: the same functions that serve the page. Paths are absolute. */
export interface Workbench extends Pick<ReturnType<typeof createServices>, 'datasets' | 'engines'> {
  /** Trains and waits. What goes wrong in training is in the run; problems with the data's place are thrown. */
  train(choices: TrainChoices): Promise<WorkbenchRun>
  /** Opens a run's folder. Throws `runNotFound` or `runNotFinished`. */
  openRun(dir: string): Promise<WorkbenchRun>
  /** The run's own metrics computed again or, with `data`, those on all rows of another file as part `test`. */
  evaluate(found: WorkbenchRun, data?: string): Promise<{ metrics: RunMetrics; rows: number }>
  /** Answers for raw rows, by a model folder (of a run or an export) and an engine's id. */
  predict(modelDir: string, engine: string, rows: readonly RawRow[]): Promise<readonly (readonly Answer[])[]>
  export(found: WorkbenchRun, outDir: string): Promise<Pick<ExportResult, 'files' | 'proof'>>
  close(): Promise<void>
}

const withData = (project: Project, file: string | undefined): Project => {
  if (file === undefined) return project
  const [first, ...others] = project.data.sources
  if (!first) throw new ProblemError('noData')
  const { sha256: _, ...rest } = first
  return { ...project, data: { ...project.data, sources: [{ ...rest, file }, ...others] } }
}

/** Puts the core together for one job. */
export function createWorkbench(options: CoreOptions): Workbench {
  const services = createServices(options)
  const { engines, datasets, predictors } = services
  return {
    datasets,
    engines,
    async train({ project, path, data, outDir, ...events }) {
      const changed = withData(project, data)
      const home = dirname(path)
      const chosen = new Set(data === undefined ? [] : [await realPath(data)])
      const openSources = await prepareSources(services, { home, chosen, root: null }, changed)
      const runsDir = await runsDirOf(services.appData, path)
      const number = outDir === undefined ? await nextNumber(runsDir) : 1
      const run = newRun(changed, number, services.version)
      const dir = outDir ?? join(runsDir, run.id)
      const queued = { ...run, home: relative(dir, home) }
      return { dir, run: await trainRun(engines, { runDir: dir, run: queued, openSources, ...events }) }
    },
    async openRun(dir) {
      const run = await readRun(dir)
      if (!run.result) throw new ProblemError('runNotFinished')
      return { dir, run }
    },
    async evaluate({ dir, run }, data) {
      const { training } = run.document
      const plan = { modelDir: modelFolder(dir), engine: run.engine.id }
      if (data === undefined) {
        const sources = await runSources(datasets, dir, run)
        return predictors.evaluate({ ...plan, sources, split: { settings: training.split, seed: run.seed } })
      }
      const first = run.document.data.sources[0]
      if (!first) throw new ProblemError('noData')
      const opened = await datasets.open(data, readingOf(first))
      return predictors.evaluate({ ...plan, sources: [{ source: first.id, dir: opened.dir }] })
    },
    predict: (modelDir, engine, rows) => predictors.predict({ modelDir, engine, rows }),
    export: (found, outDir) => exportTfjs(engines, found, resolve(outDir)),
    close: () => services.close(),
  }
}

const nextNumber = async (runsDir: string): Promise<number> =>
  Math.max(0, ...(await listRunFolders(runsDir)).map(({ run }) => run.number)) + 1
