import { appendFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../core.test-support.ts'
import { appendEpoch, appendSteps, stepsFile } from './runFolder.ts'
import { readRunSeries } from './runSeries.ts'

const record = (step: number, loss: number) => [step, loss, loss / 2]

const epochs = async (dir: string, count: number) => {
  for (let epoch = 0; epoch < count; epoch++)
    await appendEpoch(dir, { epoch, learningRate: 1, seconds: 1, train: { loss: epoch, outputs: {} } })
}

describe('the series of a run', () => {
  it('gives a short run whole, without a torn last record', async () => {
    const dir = await temporaryFolder()
    await appendSteps(dir, Float32Array.from([...record(0, 3), ...record(1, 2)]))
    await appendFile(stepsFile(dir), Buffer.from([1, 2, 3]))
    await epochs(dir, 3)
    await appendFile(`${dir}/metrics.jsonl`, '{"epoch": 3, "lea')
    const series = await readRunSeries(dir, ['a'])
    expect(Array.from(series.steps)).toEqual([...record(0, 3), ...record(1, 2)])
    expect(series.epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2])
  })

  it('thins a long run to 2,000 points and keeps its peaks', async () => {
    const dir = await temporaryFolder()
    const count = 300_000
    const peak = 123_457
    const losses = Float32Array.from({ length: count }, (_, step) => (step === peak ? 99 : Math.sin(step)))
    const records = new Float32Array(count * 3)
    losses.forEach((loss, step) => records.set(record(step, loss), step * 3))
    await appendSteps(dir, records)
    await epochs(dir, 4000)
    const { steps, epochs: thinned } = await readRunSeries(dir, ['a'])
    expect(steps.length / 3).toBeLessThanOrEqual(2000)
    expect(steps.length / 3).toBeGreaterThan(1500)
    const order = Array.from({ length: steps.length / 3 }, (_, index) => steps[index * 3] ?? 0)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    const at = order.indexOf(peak)
    expect(Array.from(steps.subarray(at * 3, at * 3 + 3))).toEqual(record(peak, 99))
    expect(thinned).toHaveLength(2000)
    expect([thinned[0]?.epoch, thinned.at(-1)?.epoch]).toEqual([0, 3999])
  })

  it('is empty for a run that recorded nothing', async () => {
    const series = await readRunSeries(await temporaryFolder(), ['a'])
    expect(series).toEqual({ epochs: [], outputs: ['a'], steps: new Float32Array(0) })
  })
})
