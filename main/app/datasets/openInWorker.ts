import { Worker } from 'node:worker_threads'
import { ProblemError } from '../../../shared/problems.ts'
import type { OpenedDataset, OpenOptions } from './openDataset.ts'
import type { WorkerAnswer, WorkerTask } from './workerMessages.ts'

/** Opens a data set in a worker thread of its own, from the built worker at `workerPath`; like `openDataset`. */
export const openInWorker = (
  workerPath: string,
  cacheDir: string,
  file: string,
  { entry, dialect, columnTypes, signal, onProgress }: OpenOptions,
): Promise<OpenedDataset> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new ProblemError('cancelled'))
    const worker = new Worker(workerPath, {
      // Not those of whatever started this process.
      execArgv: [],
      workerData: { cacheDir, file, entry, dialect, columnTypes } satisfies WorkerTask,
    })
    const cancel = () => worker.postMessage('cancel')
    signal?.addEventListener('abort', cancel, { once: true })
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'progress') onProgress?.(answer.progress)
      else if (answer.kind === 'opened') resolve(answer.opened)
      else reject(new ProblemError(answer.problem.code, answer.problem.values))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', cancel)
      reject(new Error(`the data set worker ended early (${code})`))
    })
  })
