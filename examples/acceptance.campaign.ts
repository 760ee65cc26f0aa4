import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createRandom } from '../shared/prep/random.ts'

/* What the examples promise, measured over seeds through the built command line. */

type Metrics = Record<string, Record<string, Record<string, number>>>
interface Trained {
  readonly run: string
  readonly seconds: number
  readonly history: Record<string, number[]>
  readonly lossWeights: Record<string, number>
  readonly metrics: Metrics
}

const isReduced = process.env['LAYERLOOM_REDUCED'] === '1'
const folder = mkdtempSync(join(tmpdir(), 'layerloom-campaign-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cli = (...args: string[]): unknown => {
  const stdout = execFileSync(
    process.execPath,
    [join(import.meta.dirname, '../build/cli.mjs'), ...args, '--json'],
    {
      encoding: 'utf8',
      env: { ...process.env, LAYERLOOM_HOME: join(folder, 'home') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}
const train = (example: string, seed: number): Trained =>
  cli(
    'train',
    join(import.meta.dirname, example, 'project.loom'),
    '--seed',
    String(seed),
    '--out',
    join(folder, example),
  ) as Trained

const seeds = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** The weighted sum of the outputs' losses is the total, in every epoch. */
const expectSum = ({ history, lossWeights }: Trained) => {
  for (const prefix of ['', 'val_'])
    for (const [epoch, total] of (history[`${prefix}loss`] ?? []).entries()) {
      const parts = Object.entries(lossWeights).map(
        ([output, weight]) => weight * (history[`${prefix}${output}_loss`]?.[epoch] ?? Number.NaN),
      )
      expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - total)).toBeLessThanOrEqual(1e-5)
    }
}

/** A metric over seeds; the figures are printed for the log. */
const measure = (example: string, output: string, metric: string, part: string, count: number): number[] => {
  const values = seeds(count).map((seed) => {
    const trained = train(example, seed)
    expectSum(trained)
    return trained.metrics[part]?.[output]?.[metric] ?? Number.NaN
  })
  process.stdout.write(
    `${example} ${metric} (${part}): median of seeds 1-5 ${median(values.slice(0, 5)).toFixed(3)}, of all ${count} ${median(values).toFixed(3)}, least ${Math.min(...values).toFixed(3)}\n`,
  )
  return values
}

describe('the examples', () => {
  it('learn the credit card share to R² 0.95', () => {
    const values = measure('credit-card', 'share', 'r2', 'test', isReduced ? 5 : 20)
    expect(median(values.slice(0, 5))).toBeGreaterThanOrEqual(0.95)
    expect(median(values)).toBeGreaterThanOrEqual(0.95)
  })

  it('tell infertility cases to AUC 0.68', () => {
    const values = measure('infert', 'case', 'auc', 'test', isReduced ? 9 : 40)
    expect(median(values.slice(0, 5))).toBeGreaterThanOrEqual(0.68)
    expect(median(values)).toBeGreaterThanOrEqual(0.68)
  })

  it('solve XOR by a multilayer perceptron with every seed', () => {
    expect(measure('xor-mlp', 'xor', 'accuracy', 'train', 20).every((value) => value === 1)).toBe(true)
  })

  it('never solve XOR by a perceptron', () => {
    expect(Math.max(...measure('xor-perceptron', 'xor', 'accuracy', 'train', 20))).toBeLessThanOrEqual(0.75)
  })

  it.each([
    ['digits-sequential', 'digit', 0.85],
    ['digits-functional', 'digit', 0.93],
    ['clusters', 'cluster', 0.88],
    ['inception', 'digit', 0.82],
    ['stories', 'answer', 0.9],
  ] as const)('tell the classes of %s (%s) with an accuracy of %d', (example, output, least) => {
    const values = measure(example, output, 'accuracy', 'test', isReduced ? 1 : 5)
    expect(median(values)).toBeGreaterThanOrEqual(least)
  })

  it('tell whether two digits are the same to an accuracy of 0.85', () => {
    const values = measure('siamese', 'same', 'accuracy', 'test', isReduced ? 1 : 5)
    expect(median(values)).toBeGreaterThanOrEqual(0.85)
  })

  it('learn three outputs of three kinds from one text', () => {
    for (const seed of seeds(isReduced ? 1 : 5)) {
      const trained = train('posts', seed)
      expectSum(trained)
      const { age, income, gender } = trained.metrics['test'] ?? {}
      process.stdout.write(
        `posts seed ${seed}: age R² ${age?.['r2']}, income ${income?.['accuracy']}, gender ${gender?.['accuracy']}; ${trained.seconds.toFixed(1)} s\n`,
      )
      expect(age?.['r2']).toBeGreaterThanOrEqual(0.6)
      expect(income?.['accuracy']).toBeGreaterThanOrEqual(0.6)
      expect(gender?.['accuracy']).toBeGreaterThanOrEqual(0.85)
    }
  })

  it('read headlines far better than the majority, and worse with the author shuffled', () => {
    const table = join(import.meta.dirname, 'headline/data/headlines.csv')
    const [head = '', ...lines] = readFileSync(table, 'utf8').trimEnd().split('\n')
    const rows = lines.map((line) => line.split(','))
    const main = head.split(',').indexOf('main')
    const read = rows.filter((row) => row[main] === 'read').length
    const majority = Math.max(read, rows.length - read) / rows.length
    const order = Uint32Array.from(rows.keys())
    createRandom(1, 'shuffle').shuffle(order)
    const shuffled = rows.map((row, index) => [
      row[0],
      ...(rows[order[index] ?? 0] ?? []).slice(1, 6),
      ...row.slice(6),
    ])
    writeFileSync(
      join(folder, 'shuffled.csv'),
      `${[head, ...shuffled.map((row) => row.join(','))].join('\n')}\n`,
    )
    for (const seed of seeds(isReduced ? 1 : 5)) {
      const trained = train('headline', seed)
      expectSum(trained)
      const accuracy = trained.metrics['test']?.['main']?.['accuracy'] ?? Number.NaN
      const { metrics } = cli('evaluate', trained.run, '--data', join(folder, 'shuffled.csv')) as {
        metrics: Metrics
      }
      const blind = metrics['test']?.['main']?.['accuracy'] ?? Number.NaN
      process.stdout.write(
        `headline seed ${seed}: main ${accuracy}, with the author shuffled ${blind}, majority ${majority}; ${trained.seconds.toFixed(1)} s\n`,
      )
      expect(accuracy).toBeGreaterThanOrEqual(majority + 0.2)
      expect(blind).toBeLessThan(accuracy - 0.05)
    }
  })
})
