import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../shared/prep/random.ts'
import { tableOf } from '../../../shared/prep/tableOf.test-support.ts'
import { evaluate } from '../evaluate.ts'
import { predict } from '../predict.ts'
import { memoryHost, planOf, projectOf, runToEnd, testBackend } from '../testing.test-support.ts'

const random = createRandom(3, 'sine')
const wave = Array.from({ length: 420 }, (_, t) => Math.sin((2 * Math.PI * t) / 24) + 0.05 * random.normal())
const [steps, horizon] = [16, 4]
const forecast = (epochs: number, order?: { column: string }) =>
  projectOf({
    in: {
      past: {
        shape: [steps, 1],
        window: { steps },
        columns: [{ column: 'wave', encoding: { kind: 'number', scale: 'standard' } }],
      },
    },
    layers: {
      lstm: { type: 'lstm', params: { units: 12 }, from: ['past'] },
      future: { type: 'dense', params: { units: 1 }, from: ['lstm'] },
    },
    out: { future: { target: { column: 'wave', encoding: { kind: 'number' }, horizon } } },
    training: {
      epochs,
      batchSize: 32,
      optimizer: { type: 'adam', learningRate: 0.02 },
      split: { test: 0.25 },
    },
    ...(order ? { order } : {}),
  })

describe('windows over a time series', () => {
  it('teach an LSTM to forecast better than the last value does', async () => {
    const { host } = memoryHost({ data: tableOf({ wave }) })
    const project = forecast(12)
    const { result } = await runToEnd(planOf(project), host)
    const { test = {}, validation = {} } = result.metrics
    const rows = Array.from({ length: wave.length }, (_, row) => row).slice(315, 416)
    const errors = rows.map((row) => (wave[row] ?? 0) - (wave[row + horizon] ?? 0))
    const naive = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length)
    expect(naive).toBeGreaterThan(0.5)
    expect(test['future']?.['rmse']).toBeLessThan(0.3 * naive)
    expect(result.rows).toEqual({ train: 233, validation: 59, test: 101, dropped: 27 })

    // The saved model judges and answers as the run did.
    const plan = { modelDir: 'run/model', engine: 'wasm' }
    const again = await evaluate(
      { ...plan, project, sources: [{ source: 'data', dir: 'data' }], seed: 1 },
      host,
      testBackend,
    )
    expect(again.metrics['test']?.['future']?.['rmse']).toBeCloseTo(test['future']?.['rmse'] ?? 0, 6)
    expect(again.metrics['validation']).toBeDefined()
    expect(validation['future']).toBeDefined()
    const [shown] = result.predictions
    expect(shown?.before).toHaveLength(steps - 1)
    const raw = [...(shown?.before ?? []), shown?.inputs ?? {}]
    const answers = await predict({ ...plan, rows: raw }, host, testBackend)
    expect(answers.slice(0, -1).every((answer) => answer.length === 0)).toBe(true)
    expect(answers.at(-1)?.[0]?.scores[0]).toBeCloseTo(shown?.outputs[0]?.scores[0] ?? 9, 6)
    expect(shown?.outputs[0]?.target).toBe(String(wave[(shown?.row ?? 0) + horizon]))
  })

  it('are the same whatever the order of the rows in the file, once a column tells their time', async () => {
    const t = wave.map((_, row) => row)
    const mixed = createRandom(1, 'mix')
    const order = Uint32Array.from(t)
    mixed.shuffle(order)
    const straight = tableOf({ wave, t })
    const shuffled = tableOf({ wave: [...order].map((row) => wave[row] ?? 0), t: [...order] })
    const run = async (table: typeof straight) => {
      const project = forecast(1, { column: 't' })
      const { result } = await runToEnd(
        planOf(project, { batchSize: 'all' }),
        memoryHost({ data: table }).host,
      )
      return result
    }
    const [one, other] = [await run(straight), await run(shuffled)]
    expect(other.rows).toEqual(one.rows)
    expect(other.metrics.test?.['future']?.['rmse']).toBeCloseTo(
      one.metrics.test?.['future']?.['rmse'] ?? 9,
      4,
    )
  })

  it('keep series apart when predicting, and leave rows without a whole window unanswered', async () => {
    const { host } = memoryHost({ data: tableOf({ wave, who: wave.map((_, row) => (row % 2 ? 'b' : 'a')) }) })
    const project = projectOf({
      in: {
        past: {
          shape: [2, 1],
          window: { steps: 2 },
          columns: [{ column: 'wave', encoding: { kind: 'number', scale: 'none' } }],
        },
      },
      layers: {
        flat: { type: 'flatten', from: ['past'] },
        future: { type: 'dense', params: { units: 1 }, from: ['flat'] },
      },
      out: { future: { target: { column: 'wave', encoding: { kind: 'number' } } } },
      training: { epochs: 1 },
      order: { group: 'who' },
    })
    await runToEnd(planOf(project), host)
    const ask = (rows: Record<string, string | number>[]) =>
      predict({ modelDir: 'run/model', engine: 'wasm', rows, skipBad: true }, host, testBackend)
    const mixed = await ask([
      { wave: 1, who: 'a' },
      { wave: 5, who: 'b' },
      { wave: 2, who: 'a' },
      { wave: 7, who: 'b' },
    ])
    const alone = await ask([{ wave: 5 }, { wave: 7 }])
    expect(mixed.map(({ length }) => length)).toEqual([0, 0, 1, 1])
    expect(mixed[3]?.[0]?.scores[0]).toBe(alone[1]?.[0]?.scores[0])
    const unreadable = await ask([{ wave: 5 }, { wave: 'x' }, { wave: 7 }, { wave: 8 }])
    expect(unreadable.map(({ length }) => length)).toEqual([0, 0, 0, 1])
  })
})
