import Elk, { type ELK } from 'elkjs/lib/elk-api.js'
// A file of its own, so that the page's policy (`worker-src 'self'`) admits it as it is.
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import { elkGraph, type LayoutProblem, type Places, placesIn } from './layoutProblem.ts'

/** Kept between layouts: starting the worker takes longer than laying out a small graph. */
let elk: ELK | null = null

/**
 * Lays a graph out from left to right, few edges crossing and nothing overlapping, in a worker. Aborting ends the worker
 * at once and rejects with the signal's reason.
 */
export const layoutGraph = (
  problem: LayoutProblem,
  corner: { readonly x: number; readonly y: number },
  signal: AbortSignal,
): Promise<Places> => {
  elk ??= new Elk({ workerFactory: () => new Worker(workerUrl) })
  const running = elk
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => {
      running.terminateWorker()
      if (elk === running) elk = null
      reject(signal.reason as Error)
    }
    signal.addEventListener('abort', stop)
  })
  const done = running.layout(elkGraph(problem)).then((graph) => placesIn(graph, problem, corner))
  return Promise.race([done, stopped])
}
