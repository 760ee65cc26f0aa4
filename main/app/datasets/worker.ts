import { parentPort, workerData } from 'node:worker_threads'
import { toProblem } from '../../../shared/problems.ts'
import { reportStored, type StepsAnswer, type StepsTask } from '../steps/stepsTask.ts'
import type { SurveyAnswer, SurveyTask } from '../survey/surveyMessages.ts'
import { surveyStored } from '../survey/surveyStored.ts'
import { openDataset } from './openDataset.ts'
import type { WorkerAnswer, WorkerTask } from './workerMessages.ts'

/**
 * Entry of the worker thread that does one thing with data and ends: opening a data set (reading, profiling, storing),
 * taking the steps of a project or surveying it leaves the core's event loop free.
 */
const given = workerData as WorkerTask | StepsTask | SurveyTask
const answer = (message: WorkerAnswer | StepsAnswer | SurveyAnswer): void => parentPort?.postMessage(message)
const cancel = new AbortController()
parentPort?.once('message', () => cancel.abort())

const open = async ({ cacheDir, file, entry, dialect, columnTypes }: WorkerTask) => {
  const opened = await openDataset(cacheDir, file, {
    entry,
    dialect,
    columnTypes,
    signal: cancel.signal,
    onProgress: (progress) => answer({ kind: 'progress', progress }),
  })
  answer({ kind: 'opened', opened })
}
const takeSteps = async (task: StepsTask) => answer({ kind: 'reported', report: await reportStored(task) })

const survey = async (task: SurveyTask) => {
  const found = await surveyStored(task, (done, total) => answer({ kind: 'progress', done, total }))
  answer({ kind: 'surveyed', survey: found })
}

const work = 'survey' in given ? survey(given) : 'stepsOf' in given ? takeSteps(given) : open(given)
work
  .catch((error: unknown) => answer({ kind: 'failed', problem: toProblem(error) }))
  .finally(() => parentPort?.close())
