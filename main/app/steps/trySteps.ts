import { Worker } from 'node:worker_threads'
import { ProblemError } from '../../../shared/problems.ts'
import { withColumns } from '../../../shared/prep/steps/withColumns.ts'
import type { Project } from '../../../shared/project.ts'
import type { StepReport } from '../../../shared/stepReport.ts'
import type { ColumnProfile } from '../../../shared/table.ts'
import { readingOf } from '../projects/sourceTables.ts'
import { readableSource, type SourceScope } from '../projects/sources.ts'
import type { Services } from '../services.ts'
import type { StepsAnswer, StepsTask } from './stepsTask.ts'

/** Takes steps in a worker thread of its own, which ends when nobody waits for the report any more. */
const inWorker = (workerPath: string, task: StepsTask, signal: AbortSignal) =>
  new Promise<StepReport>((resolve, reject) => {
    if (signal.aborted) return reject(new ProblemError('cancelled'))
    const worker = new Worker(workerPath, { execArgv: [], workerData: task })
    const cancel = () => {
      reject(new ProblemError('cancelled'))
      void worker.terminate()
    }
    signal.addEventListener('abort', cancel, { once: true })
    worker.on('message', (answer: StepsAnswer) => {
      if (answer.kind === 'reported') resolve(answer.report)
      else reject(new ProblemError(answer.problem.code, answer.problem.values))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', cancel)
      reject(new Error(`the worker that takes steps ended early (${code})`))
    })
  })

/**
 * Takes the steps of an open project in the built data set worker and tells what each does. Throws what reading a source
 * throws.
 */
export const trySteps = async (
  { datasets, allowed, workerPath }: Pick<Services, 'datasets' | 'allowed' | 'workerPath'>,
  scope: SourceScope,
  project: Project,
  signal: AbortSignal,
): Promise<StepReport> => {
  const sources: { source: string; dir: string }[] = []
  const columns = new Map<string, readonly ColumnProfile[]>()
  for (const source of project.data.sources) {
    const path = await readableSource(scope, source, allowed)
    const { dir, profile } = await datasets.open(path, { ...readingOf(source), signal })
    sources.push({ source: source.id, dir })
    columns.set(source.id, profile.columns)
  }
  const task: StepsTask = { stepsOf: withColumns(project, (id) => columns.get(id)), sources }
  return inWorker(workerPath, task, signal)
}
