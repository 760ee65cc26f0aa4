import { Worker } from 'node:worker_threads'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import { type Survey, surveyKey } from '../../../shared/survey.ts'
import type { StoredSurveySource, SurveyAnswer, SurveyTask } from './surveyMessages.ts'
import { surveyStored } from './surveyStored.ts'

type Report = (progress: { readonly done: number; readonly total: number }) => void

/** Surveys of projects, the latest ones remembered by all that they depend on. */
export interface Surveys {
  /** `sources` are in the document's order. Throws what `surveyProject` throws, and `cancelled`. */
  survey(
    project: Project,
    sources: readonly StoredSurveySource[],
    signal: AbortSignal,
    report: Report,
  ): Promise<Survey>
}

const mostRemembered = 16

/** Looks in a worker thread of its own, which is ended when the caller no longer wants to know. */
const inWorker = (workerPath: string, task: SurveyTask, signal: AbortSignal, report: Report) =>
  new Promise<Survey>((resolve, reject) => {
    const worker = new Worker(workerPath, { execArgv: [], workerData: task })
    const cancel = () => {
      reject(new ProblemError('cancelled'))
      void worker.terminate()
    }
    if (signal.aborted) return cancel()
    signal.addEventListener('abort', cancel, { once: true })
    worker.on('message', (answer: SurveyAnswer) => {
      if (answer.kind === 'progress') report(answer)
      else if (answer.kind === 'surveyed') resolve(answer.survey)
      else reject(new ProblemError(answer.problem.code, answer.problem.values))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', cancel)
      reject(new Error(`the survey worker ended early (${code})`))
    })
  })

/** Surveys made in the built data set worker, or in this thread where there is none. */
export const createSurveys = (workerPath: string | undefined): Surveys => {
  const remembered = new Map<string, Survey>()
  return {
    async survey(project, sources, signal, report) {
      const key = JSON.stringify([surveyKey(project), sources.map(({ dir }) => dir)])
      const task = { survey: project, sources }
      const survey =
        remembered.get(key) ??
        (workerPath === undefined
          ? await surveyStored(task, (done, total) => report({ done, total }))
          : await inWorker(workerPath, task, signal, report))
      remembered.delete(key)
      remembered.set(key, survey)
      for (const oldest of remembered.keys()) if (remembered.size > mostRemembered) remembered.delete(oldest)
      return survey
    },
  }
}
