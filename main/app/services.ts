import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type BlockLibrary, createBlockLibrary } from './blocks/blockLibrary.ts'
import type { CoreOptions } from './core.ts'
import { createDatasets, type Datasets } from './datasets/datasets.ts'
import { ViewsInWorker } from './datasets/views/viewsInWorker.ts'
import { createEngines, type Engines } from './engines/engines.ts'
import { createDocuments, type Documents } from './projects/documents.ts'
import { createJournal, type Journal } from './projects/journal.ts'
import { createRecent, type Recent } from './projects/recent.ts'
import { type AllowedFiles, allowedFiles } from './projects/sources.ts'
import { createPredictors, type Predictors } from './runs/predictors.ts'
import { createRuns, type Runs } from './runs/runs.ts'
import { createSurveys, type Surveys } from './survey/surveys.ts'

/** The parts of the core, shared by all clients. */
export interface Services {
  readonly appData: string
  readonly examplesDir: string
  readonly version: string
  readonly datasets: Datasets
  readonly views: ViewsInWorker
  readonly engines: Engines
  readonly documents: Documents
  readonly journal: Journal
  readonly recent: Recent
  readonly blocks: BlockLibrary
  readonly allowed: AllowedFiles
  readonly predictors: Predictors
  readonly runs: Runs
  /** The built data set worker. */
  readonly workerPath: string
  readonly surveys: Surveys
  /** Ends every process. */
  close(): Promise<void>
}

/** Puts the parts together; nothing starts yet. */
export function createServices(options: CoreOptions): Services {
  const { appData, examplesDir, version } = options
  const datasets = createDatasets({ cacheDir: join(appData, 'cache'), workerPath: options.datasetWorkerPath })
  const views = new ViewsInWorker(options.viewWorkerPath)
  const engines = createEngines(options.forkEngine, options.enginePath)
  const predictors = createPredictors(engines)
  const journal = createJournal(appData)
  const runs = createRuns(engines, predictors, version)
  return {
    appData,
    examplesDir,
    version,
    datasets,
    views,
    engines,
    documents: createDocuments(journal),
    journal,
    recent: createRecent(appData),
    blocks: createBlockLibrary(appData),
    allowed: allowedFiles(appData),
    predictors,
    runs,
    workerPath: options.datasetWorkerPath,
    surveys: createSurveys(options.datasetWorkerPath),
    async close() {
      await views.close()
      await runs.close()
      await engines.close()
    },
  }
}

/** Removes what an untitled project kept in the app's own folder, once it is saved or thrown away. */
export async function forgetUntitled(appData: string, home: string): Promise<void> {
  // Only ever a folder of ours: the name is a random id directly below `untitled`.
  if (dirname(home) !== join(appData, 'untitled') || basename(home).length !== 36) return
  await rm(home, { recursive: true, force: true })
}
