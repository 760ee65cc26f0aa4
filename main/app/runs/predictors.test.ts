import { describe, expect, it } from 'vitest'
import { builtPaths } from '../builtPaths.ts'
import { temporaryFolder } from '../core.test-support.ts'
import { createEngines } from '../engines/engines.ts'
import type { EngineExit, ForkEngine } from '../engines/engineHost.ts'
import { forkHost } from '../engines/forkHost.ts'
import { createPredictors } from './predictors.ts'

const setUp = async (idle: number) => {
  const exits: EngineExit[] = []
  let started = 0
  const fork: ForkEngine = (path) => {
    started++
    const host = forkHost(path)
    host.onExit((exit) => exits.push(exit))
    return host
  }
  const engines = createEngines(fork, builtPaths().engine)
  const plan = { modelDir: await temporaryFolder(), engine: 'wasm', rows: [] }
  return { exits, started: () => started, predictors: createPredictors(engines, idle), plan, engines }
}

describe('a process that answers', () => {
  it('serves all questions to one model and ends when idle', async () => {
    const { predictors, plan, exits, started } = await setUp(300)
    await Promise.all([predictors.predict(plan), predictors.predict(plan)])
    await predictors.predict(plan)
    expect([started(), exits.length]).toEqual([1, 0])
    await expect.poll(() => exits, { timeout: 5000 }).toMatchObject([{ reason: 'closed' }])
    await predictors.predict(plan)
    expect(started()).toBe(2)
    await predictors.release(plan.modelDir)
    expect(exits).toHaveLength(2)
  })

  it('that died is told of and replaced', async () => {
    const { predictors, plan, engines } = await setUp(10_000)
    await predictors.predict(plan)
    const closed = engines.close()
    const asked = predictors.predict(plan)
    await expect(asked).rejects.toMatchObject({ problem: { code: 'engineDied' } })
    await closed
    expect(await predictors.predict(plan)).toEqual([])
    await engines.close()
  })
})
