import { describe, expect, it } from 'vitest'
import type { Pipeline } from '../../../shared/pipeline.ts'
import { createRandom } from '../../../shared/prep/random.ts'
import { tableOf } from '../../../shared/prep/tableOf.test-support.ts'
import { ProblemError } from '../../../shared/problems.ts'
import { projectSchema } from '../../../shared/project.ts'
import { evaluate } from '../evaluate.ts'
import { predict } from '../predict.ts'
import { memoryHost, planOf, projectOf, runToEnd, testBackend } from '../testing.test-support.ts'

const random = createRandom(1, 'data')
const rows = Array.from({ length: 80 }, (_, row) => ({
  width: 1 + random.uniform() * 9,
  height: row % 9 === 4 ? null : 1 + random.uniform() * 9,
  maker: row % 20 === 3 ? `only${row}` : (['north', 'south'][row % 2] ?? ''),
}))
const column = <K extends keyof (typeof rows)[number]>(name: K) => rows.map((row) => row[name])
const price = rows.map(({ width, height, maker }) => width * (height ?? 0) + (maker === 'north' ? 5 : 0))
const table = tableOf({
  width: column('width'),
  height: column('height'),
  maker: column('maker'),
  price,
  useless: price.map(() => 'x'),
})
const steps = [
  { kind: 'keep', rule: { column: 'width', is: 'above', value: 2 } },
  { kind: 'formula', column: 'area', formula: 'width * height' },
  { kind: 'clip', column: 'area', quantiles: [0, 0.9] },
  { kind: 'formula', column: 'is dear', formula: 'if(price > 20, "yes", "no")' },
  { kind: 'mergeRare', column: 'maker', atLeast: 3, into: 'other' },
  { kind: 'formula', column: 'unused', formula: 'length(useless)' },
]
const project = (list: object[] = steps) => {
  const made = projectOf({
    in: {
      facts: {
        shape: [4],
        columns: [
          { column: 'area', encoding: { kind: 'number', missing: 'drop' } },
          { column: 'maker', encoding: { kind: 'category' } },
        ],
      },
    },
    layers: { dear: { type: 'dense', params: { units: 1, activation: 'sigmoid' }, from: ['facts'] } },
    out: { dear: { target: { column: 'is dear', encoding: { kind: 'binary' } }, metrics: ['accuracy'] } },
    training: {
      split: { validation: 0.2, test: 0.2 },
      epochs: 30,
      batchSize: 8,
      optimizer: { learningRate: 0.1 },
    },
  })
  return projectSchema.parse({ ...made, data: { ...made.data, steps: list } })
}

describe('train with steps', () => {
  it('trains on columns that steps make and change, from the rows they keep, and replays them', async () => {
    const { host, files } = memoryHost({ data: table })
    const { result } = await runToEnd(planOf(project()), host)
    const { train, validation, test, dropped } = result.rows
    const used = rows.filter(({ width, height }) => width > 2 && height !== null).length
    expect([train + validation + test, dropped]).toEqual([used, rows.length - used])
    const { pipeline } = result
    const text = new TextDecoder().decode(files.get('run/model/layerloom.json'))
    const saved = JSON.parse(text) as Pipeline
    expect(saved.steps).toEqual(pipeline.steps)
    expect(saved.steps?.columns.map((one) => one.column).sort()).toEqual([
      'height',
      'maker',
      'price',
      'width',
    ])
    expect(saved.steps?.list.map(({ kind }) => kind)).toEqual(['formula', 'clip', 'formula', 'mergeRare'])
    const merged = saved.steps?.list.at(-1)
    expect(merged).toMatchObject({ values: ['north', 'south'], into: 'other' })
    const answers = await predict(
      {
        modelDir: 'run/model',
        engine: 'wasm',
        rows: result.predictions.map((row) => row.inputs),
      },
      host,
      testBackend,
    )
    expect(answers.map(([answer]) => answer?.scores)).toEqual(
      result.predictions.map((row) => row.outputs[0]?.scores),
    )
    expect(Object.keys(result.predictions[0]?.inputs ?? {}).sort()).toEqual(['height', 'maker', 'width'])
    for (const { row, inputs } of result.predictions) expect(Number(inputs['width'])).toBe(rows[row]?.width)
  })

  it('evaluates with what was learned, and answers rows that no rule would keep', async () => {
    const { host } = memoryHost({ data: table })
    const plan = planOf(project())
    const { result } = await runToEnd(plan, host)
    const again = await evaluate({ ...plan, modelDir: 'run/model' }, host, testBackend)
    for (const part of ['train', 'validation', 'test'] as const) {
      // Summed up in other batches.
      const [found, known] = [again.metrics[part]?.['dear'], result.metrics[part]?.['dear']]
      expect(found?.['loss']).toBeCloseTo(known?.['loss'] ?? Number.NaN, 6)
      expect(found?.['accuracy']).toBe(known?.['accuracy'])
    }
    const ask = (row: Record<string, string | number | null>) =>
      predict({ modelDir: 'run/model', engine: 'wasm', rows: [row] }, host, testBackend)
    const [[narrow] = []] = await ask({ width: 1, height: 30, maker: 'nobody' })
    const [[wide] = []] = await ask({ width: '30', height: '1', maker: 'other' })
    expect(narrow?.scores).toEqual(wide?.scores)
    await expect(ask({ width: 1, maker: 'north' })).rejects.toThrow('columnMissing')
  })

  it('refuses steps that are wrong before anything is trained, with their number', async () => {
    const bad = [{ kind: 'formula', column: 'area', formula: 'width * heigth' }, ...steps.slice(3)]
    const made = project(bad)
    const [source] = made.data.sources
    const columns = Object.fromEntries([...table.columns].map(([name, { kind }]) => [name, { type: kind }]))
    const known = projectSchema.parse({ ...made, data: { ...made.data, sources: [{ ...source, columns }] } })
    const { host } = memoryHost({ data: table })
    await expect(runToEnd(planOf(known), host)).rejects.toEqual(
      new ProblemError('formulaColumnMisspelt', { at: 9, name: 'heigth', suggestion: 'height', step: 1 }),
    )
  })

  it('names a row as it stands in the file', async () => {
    const list = [{ kind: 'keep', rule: { column: 'price', is: 'above', value: 20 } }]
    const made = projectOf({
      in: {
        facts: {
          shape: [1],
          columns: [{ column: 'width', encoding: { kind: 'number', scale: 'none' } }],
          dtype: 'int32',
        },
      },
      layers: {
        look: { type: 'embedding', params: { inputDim: 20, outputDim: 2 }, from: ['facts'] },
        flat: { type: 'flatten', from: ['look'] },
        line: { type: 'dense', params: { units: 1 }, from: ['flat'] },
      },
      out: { line: { target: { column: 'price', encoding: { kind: 'number' } } } },
    })
    const ruled = projectSchema.parse({ ...made, data: { ...made.data, steps: list } })
    const { host } = memoryHost({ data: table })
    const first = price.findIndex((value, row) => value > 20 && !Number.isInteger(rows[row]?.width)) + 1
    await expect(runToEnd(planOf(ruled), host)).rejects.toMatchObject({
      problem: {
        code: 'notWhole',
        values: { row: expect.toSatisfy((row: number) => (price[row - 1] ?? 0) > 20 && row >= first) },
      },
    })
  })
})
