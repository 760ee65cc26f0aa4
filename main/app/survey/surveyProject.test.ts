import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairData } from '../../../shared/edits/repairData.ts'
import { splitRows } from '../../../shared/prep/splitRows.ts'
import { tableOf } from '../../../shared/prep/tableOf.test-support.ts'
import { partNames } from '../../../shared/run.ts'
import { surveyKey } from '../../../shared/survey.ts'
import { type ShortSurvey, surveyedProject, surveyOf } from './survey.test-support.ts'

const number = { kind: 'number', scale: 'standard', missing: 'drop' }
const noise = (row: number, step = 7919) => ((row * step) % 1009) / 100
const rows = Array.from({ length: 60 }, (_, row) => row)

const cell = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.constant(null))
const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'c') },
  { weight: 1, arbitrary: fc.constant(null) },
)
const tables = fc.array(fc.tuple(cell, cell, value), { minLength: 20, maxLength: 60 }).map((list) => ({
  x: [1, ...list.map(([x]) => x)],
  z: [2, ...list.map(([, z]) => z)],
  y: ['a', ...list.map(([, , y]) => y)],
}))
const short = (cells: ShortSurvey['cells'], split: object = {}): ShortSurvey => ({
  cells,
  inputs: { x: number },
  target: { column: 'y', encoding: { kind: 'classes' } },
  split: { validation: 0.2, test: 0.2, ...split },
})

describe('a survey', () => {
  it('counts the rows and classes of each part as the run divides them, with that seed', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.constantFrom({}, { stratify: 'y' }, { group: 'z' }),
        async (cells, split) => {
          fc.pre(cells.x.filter((one, row) => one !== null && cells.y[row] !== null).length > 9)
          const project = surveyedProject(short(cells, split))
          const survey = await surveyOf(short(cells, split))
          const { training } = project
          const parts = splitRows(tableOf(cells), training.split, training.seed, ['x', 'y'])
          for (const part of [...partNames, 'dropped'] as const)
            expect(survey.parts[part]).toBe(parts[part].length)
          for (const column of ['x', 'y'] as const) {
            const lacks = cells[column].filter((one) => one === null).length
            const rows = survey.lacking.find((one) => one.column === column)?.rows ?? 0
            expect(rows, column).toBe(lacks)
          }
          expect(survey.lacking.map(({ column }) => column)).not.toContain('z')
          expect(survey.excluded).toBe(0)
          for (const { value: name, ...counts } of survey.balance[0]?.classes ?? [])
            for (const part of partNames)
              expect(counts[part]).toBe([...parts[part]].filter((row) => cells.y[row] === name).length)
        },
      ),
    )
  })

  it('says the same whether it looks at the columns together or one at a time', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (cells) => {
        fc.pre(cells.x.filter((one, row) => one !== null && cells.y[row] !== null).length > 9)
        expect(await surveyOf(short(cells), undefined, 8)).toEqual(await surveyOf(short(cells)))
      }),
      { numRuns: 30 },
    )
  })

  it('says which measure it gives: r, η or V, and r with its sign for a target of two values', async () => {
    const cells = {
      n: rows.map((row) => noise(row)),
      m: rows.map((row) => -noise(row) + (row % 3)),
      c: rows.map((row) => (noise(row) > 5 ? 'high' : 'low')),
      b: rows.map((row) => (noise(row) > 5 ? 0 : 1)),
    }
    const measures = async (column: string, encoding: object) =>
      (await surveyOf({ cells, inputs: {}, target: { column, encoding } })).correlations.map(
        (one) => `${one.column} ${one.measure} ${Math.sign(one.value)}`,
      )
    expect(await measures('n', number)).toEqual(['m pearson -1', 'c eta 1', 'b pearson -1'])
    expect(await measures('b', { kind: 'binary' })).toEqual(['n pearson -1', 'm pearson 1', 'c cramersV 1'])
    expect(await measures('c', { kind: 'classes' })).toEqual(['n eta 1', 'm eta 1', 'b eta 1'])
  })

  it('looks only at training rows for what goes with a target', async () => {
    const y = rows.map((row) => noise(row))
    const x = y.map((one, row) => (row < 36 ? one : -one * (1 + row)))
    const split = { validation: 0.2, test: 0.2, shuffle: false }
    const survey = await surveyOf({
      cells: { x, y },
      inputs: { x: number },
      target: { column: 'y', encoding: number },
      split,
    })
    expect(survey.correlations[0]?.value).toBe(1)
  })

  it('has a repair that takes each of these warnings away', async () => {
    const cells = {
      constant: rows.map(() => 1),
      copy: rows.map((row) => (row % 9 ? 'no' : 'yes')),
      large: rows.map((row) => noise(row, 31) * 1e5),
      x: rows.map((row) => noise(row)),
      patient_id: rows.map((row) => row >> 2),
      y: rows.map((row) => (row % 9 ? 'no' : 'yes')),
    }
    const plain = { ...number, scale: 'none' }
    const given: ShortSurvey = {
      cells,
      inputs: { constant: number, copy: { kind: 'category' }, large: plain, x: plain },
      target: { column: 'y', encoding: { kind: 'binary' } },
    }
    let project = surveyedProject(given)
    const start = await surveyOf(given, project)
    expect(start.warnings.map(({ problem }) => problem.code)).toEqual([
      'targetLeak',
      'tiedRows',
      'constantInput',
      'fewOfClass',
      'classImbalance',
      'unscaledInput',
    ])
    for (const { problem, repairs } of start.warnings) {
      const [repair] = repairs
      if (!repair) throw new Error(`${problem.code} has no repair`)
      const mended = repairData(project, repair)
      expect(surveyKey(mended)).not.toBe(surveyKey(project))
      expect(repairData(mended, repair)).toBe(mended)
      const { warnings } = await surveyOf(given, mended)
      // A class with few rows stays so; what can be done is to give each part its share.
      if (problem.code !== 'fewOfClass')
        expect(warnings.map((one) => one.problem.code)).not.toContain(problem.code)
      project = mended
    }
  })

  it('surveys the rows as the steps leave them, and the columns that steps make', async () => {
    const given: ShortSurvey = {
      cells: { x: rows.map((row) => noise(row % 40)), y: rows.map((row) => (row % 2 ? 'yes' : 'no')) },
      inputs: { x: number },
      target: { column: 'y', encoding: { kind: 'binary' } },
    }
    const project = surveyedProject(given)
    const [warning] = (await surveyOf(given, project)).warnings
    const [repair] = warning?.repairs ?? []
    if (!repair) throw new Error('nothing to repair')
    expect(repair.kind).toBe('dropDuplicates')
    const mended = repairData(project, repair)
    const formula = { kind: 'formula' as const, column: 'twice', formula: 'x * -2' }
    const steps = [...mended.data.steps, formula]
    const survey = await surveyOf(given, { ...mended, data: { ...mended.data, steps } })
    expect(survey.warnings).toEqual([])
    expect(survey.parts.train + survey.parts.validation + survey.parts.test).toBe(40)
    expect([survey.excluded, survey.lacking]).toEqual([20, []])
    const [x, twice] = survey.correlations
    expect(twice).toMatchObject({ source: '', column: 'twice', measure: 'pearson' })
    expect(twice?.value).toBeCloseTo(-(x?.value ?? 0), 9)
  })
})
