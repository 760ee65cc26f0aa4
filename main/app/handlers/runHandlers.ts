import type { AppContract } from '../../../shared/contract.ts'
import type { Handlers } from '../../../shared/rpc.ts'
import type { Client } from '../client.ts'
import { exportRun } from '../exports/exportRun.ts'
import { scopeOf } from '../projects/openDocument.ts'
import { prepareSources } from '../projects/sourceTables.ts'
import { modelFolder } from '../runs/runFolder.ts'
import type { Services } from '../services.ts'

type RunMethods =
  | 'listEngines'
  | 'startRun'
  | 'watchRun'
  | 'stopRun'
  | 'listRuns'
  | 'getRun'
  | 'runSeries'
  | 'deleteRun'
  | 'predict'
  | 'exportRun'

/** Runs: training, looking at them, answering and exporting. */
export const runHandlers = (services: Services, client: Client): Pick<Handlers<AppContract>, RunMethods> => {
  const { runs, documents } = services
  const runsOf = (docId: string): string => documents.get(client, docId).runsDir
  return {
    listEngines: () => services.engines.info(),
    async startRun(_, docId, project) {
      const document = documents.get(client, docId)
      const openSources = await prepareSources(services, scopeOf(document), project)
      const started = await runs.start(document.runsDir, document.home, project, openSources)
      // What was trained is worth finding again: an untitled project is offered among the recent ones from now on.
      const { path, readOnly } = documents.get(client, docId)
      if (path === null && !readOnly)
        await documents.put(client, { ...documents.get(client, docId), edited: project })
      return started
    },
    watchRun: (signal, docId, runId) => runs.watch(runsOf(docId), runId, signal),
    stopRun: (_, docId, runId) => runs.stop(runsOf(docId), runId),
    listRuns: (_, docId) => runs.list(runsOf(docId)),
    getRun: (_, docId, runId) => runs.get(runsOf(docId), runId),
    runSeries: (_, docId, runId) => runs.series(runsOf(docId), runId),
    deleteRun: (_, docId, runId) => runs.remove(runsOf(docId), runId),
    async predict(_, docId, runId, rows) {
      const { dir, run } = await runs.finished(runsOf(docId), runId)
      return services.predictors.predict({ modelDir: modelFolder(dir), engine: run.engine.id, rows })
    },
    async exportRun(_, docId, runId) {
      return exportRun(services, client, await runs.finished(runsOf(docId), runId))
    },
  }
}
