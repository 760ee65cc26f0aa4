import { relative, resolve, dirname, join } from 'node:path'
import type { Answer, PredictPlan, TrainingEvent } from '../../shared/engineContract.ts'
import type { ExportResult } from '../../shared/contract.ts'
import { activeSteps, effectOf, neededSteps } from '../../shared/prep/steps/activeSteps.ts'
import { ProblemError } from '../../shared/problems.ts'
import { isInput, isOutput, type Project } from '../../shared/project.ts'
import type { Run, RunMetrics } from '../../shared/run.ts'
import type { DataWarning, SurveyEvent } from '../../shared/survey.ts'
import type { CoreOptions } from './core.ts'
import { exportTfjs } from './exports/exportTfjs.ts'
import { realPath } from './files/containment.ts'
import { runsDirOf } from './projects/places.ts'
import { openAlike, type OtherFile } from './projects/openAlike.ts'
import { readingOf, prepareSources } from './projects/sourceTables.ts'
import { clearRunFolder, listRunFolders, modelFolder, readRun } from './runs/runFolder.ts'
import { newRun } from './runs/runManifest.ts'
import { runSources } from './runs/runSources.ts'
import { trainRun } from './runs/trainRun.ts'
import { createServices, type Services } from './services.ts'
import { surveyOpened } from './survey/surveyOpened.ts'

/** A run and the folder it is in. */
export interface WorkbenchRun {
  readonly dir: string
  readonly run: Run
}

/** A project and its data. */
interface PlacedProject {
  readonly project: Project
  /** The project's file: relative data paths start from its folder. */
  readonly path: string
  /** Stands in for the file of the first source. */
  readonly data?: OtherFile | undefined
}

interface TrainChoices extends PlacedProject {
  /** The run's folder, an earlier run in it is replaced; without it the run is kept in `name.runs/` beside the project. */
  readonly outDir?: string | undefined
  readonly onEvent: (event: TrainingEvent, run: Run) => void
  readonly stop: AbortSignal
  readonly kill: AbortSignal
}

/** The core without clients, for one job from a terminal: the same functions that serve the page. Paths are absolute. */
export interface Workbench extends Pick<Services, 'datasets' | 'engines' | 'allowed'> {
  /** Trains and waits. What goes wrong in training is in the run; problems with the data's place are thrown. */
  train(choices: TrainChoices): Promise<WorkbenchRun>
  /** What its data is to be warned of; nothing while it has no data, no inputs or no target. Throws what reading and dividing the rows throw. */
  warnings(
    placed: PlacedProject,
    signal: AbortSignal,
    onProgress: (progress: Extract<SurveyEvent, { kind: 'progress' }>) => void,
  ): Promise<readonly DataWarning[]>
  /** Opens a run's folder. Throws `runNotFound` or `runNotFinished`. */
  openRun(dir: string): Promise<WorkbenchRun>
  /** The run's own metrics computed again or, with `data`, those on all rows of another file as part `test`. */
  evaluate(found: WorkbenchRun, data?: OtherFile): Promise<{ metrics: RunMetrics; rows: number }>
  /** Answers for raw rows, by a model folder (of a run or an export) and an engine's id. */
  predict(plan: PredictPlan): Promise<readonly (readonly Answer[])[]>
  export(found: WorkbenchRun, outDir: string): Promise<Pick<ExportResult, 'files' | 'proof'>>
  close(): Promise<void>
}

/** The project with another file of the same columns as its first source. */
const withData = async (
  datasets: Services['datasets'],
  project: Project,
  file: OtherFile,
): Promise<Project> => {
  const [first, ...others] = project.data.sources
  if (!first) throw new ProblemError('noData')
  const { sha256: _, ...rest } = first
  const { profile, entry } = await openAlike(datasets, file, readingOf(first), columnsFrom(project, first.id))
  const source = { ...rest, file: file.path, entry, dialect: profile.dialect }
  return { ...project, data: { ...project.data, sources: [source, ...others] } }
}

/** The project with the data that it is to have, and where that may come from. */
const withScope = async (datasets: Services['datasets'], { project, path, data }: PlacedProject) => ({
  changed: data === undefined ? project : await withData(datasets, project, data),
  scope: {
    home: dirname(path),
    chosen: new Set(data === undefined ? [] : [await realPath(data.path)]),
    root: null,
  },
})

/** Whether a model takes columns of some data and is to learn one. */
const hasUses = ({ data, nodes }: Project): boolean =>
  data.sources.length > 0 &&
  Object.values(nodes).some((node) => isInput(node) && node.input.columns.length > 0) &&
  Object.values(nodes).some((node) => isOutput(node) && node.output.target)

/** Puts the core together for one job. */
export function createWorkbench(options: CoreOptions): Workbench {
  const services = createServices(options)
  const { engines, datasets, predictors } = services
  return {
    datasets,
    engines,
    allowed: services.allowed,
    async warnings(placed, signal, onProgress) {
      if (!hasUses(placed.project)) return []
      const { changed, scope } = await withScope(datasets, placed)
      for await (const event of surveyOpened(services, scope, changed, signal))
        if (event.kind === 'survey') return event.survey.warnings
        else onProgress(event)
      return []
    },
    async train({ project, path, data, outDir, ...events }) {
      const { changed, scope } = await withScope(datasets, { project, path, data })
      const openSources = await prepareSources(services, scope, changed)
      const runsDir = await runsDirOf(services.appData, path)
      const number = outDir === undefined ? await nextNumber(runsDir) : 1
      const run = newRun(changed, number, services.version)
      const dir = outDir ?? join(runsDir, run.id)
      if (outDir !== undefined) await clearRunFolder(outDir)
      const queued = { ...run, home: relative(dir, scope.home) }
      return { dir, run: await trainRun(engines, { runDir: dir, run: queued, openSources, ...events }) }
    },
    async openRun(dir) {
      const run = await readRun(dir)
      if (!run.result) throw new ProblemError('runNotFinished')
      return { dir, run }
    },
    async evaluate({ dir, run }, data) {
      const { document: project, seed, engine } = run
      const plan = { modelDir: modelFolder(dir), engine: engine.id, project }
      if (data === undefined)
        return predictors.evaluate({ ...plan, sources: await runSources(datasets, dir, run), seed })
      const [first, ...others] = project.data.sources
      if (!first) throw new ProblemError('noData')
      const opened = await openAlike(datasets, data, readingOf(first), columnsFrom(project, first.id))
      const joined = others.filter(({ part }) => part !== 'test')
      const sources = await runSources(datasets, dir, run, joined)
      return predictors.evaluate({
        ...plan,
        project: { ...project, data: { ...project.data, sources: [first, ...joined] } },
        sources: [{ source: first.id, dir: opened.dir }, ...sources],
      })
    },
    predict: (plan) => predictors.predict(plan),
    export: (found, outDir) => exportTfjs(engines, found, resolve(outDir)),
    close: () => services.close(),
  }
}

const nextNumber = async (runsDir: string): Promise<number> =>
  Math.max(0, ...(await listRunFolders(runsDir)).map(({ run }) => run.number)) + 1

/** Columns that a project's model and its steps take from a source. */
const columnsFrom = (project: Project, source: string): readonly string[] => {
  const isOnly = project.data.sources.length === 1
  const uses = Object.values(project.nodes)
    .flatMap((node): { source?: string | undefined; column: string }[] => {
      if (isInput(node)) return node.input.columns
      return isOutput(node) && node.output.target ? [node.output.target] : []
    })
    .flatMap((use) => (use.source === source || isOnly ? [use.column] : []))
  return isOnly ? [...neededSteps(activeSteps(project), uses, ({ step }) => effectOf(step)).columns] : uses
}
