import type { Answer, EvaluatePlan, PredictPlan } from '../../../shared/engineContract.ts'
import { ProblemError, toProblem } from '../../../shared/problems.ts'
import type { Engines, EngineSession } from '../engines/engines.ts'

type Answers = readonly (readonly Answer[])[]
type Evaluation = Awaited<ReturnType<EngineSession['client']['evaluate']>>

/** Processes that answer with trained models, one for each model in use, ended when idle. */
export interface Predictors {
  predict(plan: PredictPlan): Promise<Answers>
  evaluate(plan: EvaluatePlan): Promise<Evaluation>
  /** Ends the process of a model, before its folder moves or goes. */
  release(modelDir: string): Promise<void>
}

interface Predictor {
  readonly session: EngineSession
  timer: NodeJS.Timeout | null
  busy: number
}

/** Keeps a process for each model and ends it `idle` milliseconds after its last answer. */
export function createPredictors(engines: Engines, idle = 5 * 60_000): Predictors {
  const open = new Map<string, Predictor>()
  const release = async (modelDir: string): Promise<void> => {
    const predictor = open.get(modelDir)
    if (!predictor) return
    open.delete(modelDir)
    if (predictor.timer) clearTimeout(predictor.timer)
    await predictor.session.close()
  }
  const find = (modelDir: string): Predictor => {
    const known = open.get(modelDir)
    if (known) return known
    const predictor: Predictor = { session: engines.start(), timer: null, busy: 0 }
    open.set(modelDir, predictor)
    void predictor.session.exited.then(() => {
      if (open.get(modelDir) === predictor) open.delete(modelDir)
    })
    return predictor
  }
  const ask = async <R>(modelDir: string, question: (session: EngineSession) => Promise<R>): Promise<R> => {
    const predictor = find(modelDir)
    if (predictor.timer) clearTimeout(predictor.timer)
    predictor.busy++
    try {
      return await question(predictor.session)
    } catch (error) {
      throw toProblem(error).code === 'closed' ? new ProblemError('engineDied') : error
    } finally {
      if (--predictor.busy === 0) {
        predictor.timer = setTimeout(() => void release(modelDir), idle)
        predictor.timer.unref()
      }
    }
  }
  return {
    predict: (plan) => ask(plan.modelDir, ({ client }) => client.predict(plan)),
    evaluate: (plan) => ask(plan.modelDir, ({ client }) => client.evaluate(plan)),
    release,
  }
}
