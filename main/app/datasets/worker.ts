import { parentPort, workerData } from 'node:worker_threads'
import { toProblem } from '../../../shared/problems.ts'
import { openDataset } from './openDataset.ts'
import type { WorkerAnswer, WorkerTask } from './workerMessages.ts'

/** Entry of the worker thread that opens one data set and ends: reading, profiling and storing leave the core's event loop free. */
const { cacheDir, file, entry, dialect, columnTypes } = workerData as WorkerTask
const answer = (message: WorkerAnswer): void => parentPort?.postMessage(message)
const cancel = new AbortController()
parentPort?.once('message', () => cancel.abort())

openDataset(cacheDir, file, {
  entry,
  dialect,
  columnTypes,
  signal: cancel.signal,
  onProgress: (progress) => answer({ kind: 'progress', progress }),
})
  .then(
    (opened) => answer({ kind: 'opened', opened }),
    (error: unknown) => answer({ kind: 'failed', problem: toProblem(error) }),
  )
  .finally(() => parentPort?.close())
