import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../../shared/rpc.ts'
import { engineContract, type TrainingEvent } from '../../../shared/engineContract.ts'
import { builtPaths } from '../../app/builtPaths.ts'
import { openDataset } from '../../app/datasets/openDataset.ts'
import { forkHost } from '../../app/engines/forkHost.ts'
import { numberColumns, projectOf } from '../testing.test-support.ts'

const examples = path.join(import.meta.dirname, '../../../examples')

const project = projectOf({
  in: { woman: { shape: [2], columns: numberColumns(['age', 'parity'], 'standard') } },
  layers: { case: { type: 'dense', params: { units: 1, activation: 'sigmoid' }, from: ['woman'] } },
  out: { case: { target: { column: 'case', encoding: { kind: 'binary' } } } },
})

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the engine process', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'layerloom-engine-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('trains on stored columns, stops when asked, judges and predicts, and refuses a plan without data', async () => {
    const { dir } = await openDataset(folder, path.join(examples, 'infert/data/infert.csv'), {})
    const host = forkHost(builtPaths().engine)
    const client = connect(host.channel, engineContract)
    const sources = [{ source: 'data', dir }]
    const plan = {
      project,
      sources,
      engine: 'auto',
      seed: 1,
      epochs: 1_000_000,
      batchSize: 32,
      runDir: path.join(folder, 'run'),
    }
    await expect(async () => {
      for await (const _ of client.train({ ...plan, sources: [] }));
    }).rejects.toMatchObject({ problem: { code: 'sourceMissing' } })
    let [last, losses] = [null as TrainingEvent | null, 0]
    for await (const event of client.train(plan)) {
      last = event
      if (event.kind === 'steps') losses += event.losses.length
      if (event.kind === 'epoch' && event.record.epoch === 3) await client.stop()
    }
    expect(last).toMatchObject({ kind: 'finished', stopped: true })
    expect(losses).toBeGreaterThan(0)
    const model = { modelDir: path.join(plan.runDir, 'model'), engine: 'auto' }
    const { rows, metrics } = await client.evaluate({ ...model, project, sources })
    expect([rows, Object.keys(metrics)]).toEqual([248, ['test']])
    const [answers] = await client.predict({ ...model, rows: [{ age: 30, parity: '2' }] })
    expect(['0', '1']).toContain(answers?.[0]?.value)
    await expect(client.predict({ ...model, engine: 'none', rows: [{ age: 1 }] })).rejects.toMatchObject({
      problem: { code: 'engineUnavailable' },
    })
    host.channel.close()
  })

  it('ends when its parent is gone', async () => {
    const script = `const child = require('node:child_process').fork(process.argv[1]); console.log(child.pid); setInterval(() => {}, 1000)`
    const parent = spawn(process.execPath, ['-e', script, builtPaths().engine], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (line) => resolve(Number(line))),
    )
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    for (let tries = 0; tries < 100 && isAlive(pid); tries++) await setTimeout(50)
    expect(isAlive(pid)).toBe(false)
  })
})
