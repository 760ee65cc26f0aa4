import { describe, expect, it } from 'vitest'
import { warningsFor } from './survey.test-support.ts'

const number = { kind: 'number', scale: 'standard', missing: 'median' }
const plain = { ...number, scale: 'none' }
const binary = { kind: 'binary' }
const many = <T>(count: number, make: (row: number) => T): T[] =>
  Array.from({ length: count }, (_, row) => make(row))
/** Scattered, the same each time, without order or repetition. */
const noise = (row: number, step = 7919) => ((row * step) % 1009) / 100
const halves = many(60, (row) => (noise(row) > 5 ? 'yes' : 'no'))
const target = { column: 'y', encoding: binary }

describe('a warning', () => {
  it('tells of a constant input, not of one that is only missing in places and says so', async () => {
    const cells = { c: many(60, () => 3), x: many(60, (row) => noise(row)), y: halves }
    const [warning, ...more] = await warningsFor(
      { cells, inputs: { c: number, x: number }, target },
      'constantInput',
    )
    expect(more).toEqual([])
    expect(warning?.problem.values).toEqual({ columns: 'c', count: 1 })
    expect(warning?.repairs).toEqual([{ kind: 'removeInput', columns: [{ source: 'data', column: 'c' }] }])
    const nearly = { ...cells, c: many(60, (row) => (row % 3 ? 3 : 4)) }
    expect(
      await warningsFor({ cells: nearly, inputs: { c: number, x: number }, target }, 'constantInput'),
    ).toEqual([])
    const gaps = { ...cells, c: many(60, (row) => (row % 3 ? 3 : null)) }
    const flagged = { c: { ...number, missing: 'flag' }, x: number }
    expect(await warningsFor({ cells: gaps, inputs: flagged, target }, 'constantInput')).toEqual([])
    // Black borders of pictures are no flaw, and taking them out would break the shape.
    const picture = { cells, inputs: { c: number, x: number }, target, shape: [1, 2] }
    expect(await warningsFor(picture, 'constantInput')).toEqual([])
    const points = (count: number) => {
      const names = many(count, (at) => `p${at}`)
      const list = names.map((name) => [name, many(60, (row) => (name === 'p0' ? 0 : noise(row)))])
      const inputs = Object.fromEntries(names.map((name) => [name, number]))
      return { cells: { ...Object.fromEntries(list), y: halves }, inputs, target }
    }
    expect(await warningsFor(points(16), 'constantInput')).toEqual([])
    expect(await warningsFor(points(15), 'constantInput')).toHaveLength(1)
  })

  it('tells of an id as an input, not of one that the model does not take', async () => {
    const cells = { id: many(60, (row) => row + 1), x: many(60, (row) => noise(row)), y: halves }
    const types = { id: 'id' } as const
    const [warning] = await warningsFor(
      { cells, types, inputs: { id: number, x: number }, target },
      'idInput',
    )
    expect(warning).toMatchObject({
      at: { source: 'data', column: 'id' },
      repairs: [{ kind: 'removeInput' }],
    })
    expect(await warningsFor({ cells, types, inputs: { x: number }, target }, 'idInput')).toEqual([])
    expect(await warningsFor({ cells, inputs: { id: number, x: number }, target }, 'idInput')).toEqual([])
  })

  it('tells of an input that is the target, and of one that gives it away', async () => {
    const price = many(60, (row) => noise(row))
    const cells = {
      price,
      cents: price.map((one) => one * 100 + 3),
      close: price.map((one, row) => one + (row % 2 ? 0.5 : -0.5)),
    }
    const wanted = { column: 'price', encoding: number }
    const short = { cells, inputs: { cents: number, close: number }, target: wanted }
    const [leak, ...more] = await warningsFor(short, 'targetLeak')
    expect(more).toEqual([])
    expect(leak?.problem.values).toEqual({ column: 'cents', target: 'price', value: 1 })
    expect(await warningsFor({ ...short, inputs: { price: number } }, 'inputIsTarget')).toHaveLength(1)
    expect(await warningsFor({ ...short, inputs: { close: number } }, 'inputIsTarget')).toEqual([])
  })

  it('tells of a category and of a number that give a class away', async () => {
    const y = halves
    const cells = {
      y,
      word: y.map((one) => (one === 'yes' ? 'ja' : 'nein')),
      code: y.map((one) => (one === 'yes' ? 7 : 3)),
      close: y.map((one, row) => (row === 5 ? 'ja' : one === 'yes' ? 'ja' : 'nein')),
    }
    const inputs = { word: { kind: 'category' }, code: number, close: { kind: 'category' } }
    const found = await warningsFor({ cells, inputs, target }, 'targetLeak')
    // Row 5 may stand in a part that is not trained on; then the column is as good as the target.
    expect(found.map(({ at }) => at?.column).slice(0, 2)).toEqual(['word', 'code'])
    const classes = { column: 'y', encoding: { kind: 'classes' } }
    const again = await warningsFor({ cells, inputs, target: classes }, 'targetLeak')
    expect(again.map(({ at }) => at?.column).slice(0, 2)).toEqual(['word', 'code'])
  })

  it('tells of test rows that were trained on, not of rows alike but for one cell or alike by nature', async () => {
    const x = many(60, (row) => noise(row % 40))
    const z = many(60, (row) => noise(row % 40, 31))
    const y = many(60, (row) => (row % 2 ? 'yes' : 'no'))
    const short = { cells: { x, z, y }, inputs: { x: number, z: number }, target }
    const [warning] = await warningsFor(short, 'repeatedRows')
    expect(Number(warning?.problem.values?.['count'])).toBeGreaterThan(0)
    expect(warning?.repairs).toEqual([{ kind: 'dropDuplicates', columns: ['x', 'z', 'y'] }])
    const unlike = { ...short, cells: { x, z: z.map((one, row) => one + row), y } }
    expect(await warningsFor(unlike, 'repeatedRows')).toEqual([])
    const few = many(60, (row) => row % 2)
    const truth = { cells: { x: few, z: many(60, (row) => (row >> 1) % 2), y }, inputs: short.inputs, target }
    expect(await warningsFor(truth, 'repeatedRows')).toEqual([])
  })

  it('counts the copies exactly: by the cells that the model is given, a missing one being equal to another', async () => {
    const cells = {
      x: [1, 2, null, 1, 2, null, 5, 6],
      unused: [1, 2, 3, 4, 5, 6, 7, 8],
      y: ['a', 'b', 'a', 'a', 'a', 'a', 'b', 'b'],
    }
    const split = { validation: 0, test: 0.5, shuffle: false }
    const [warning] = await warningsFor({ cells, inputs: { x: number }, target, split }, 'repeatedRows')
    expect(warning?.problem.values).toEqual({ count: 1 })
  })

  it('tells of uneven classes, not of fairly even ones nor where weights even them out', async () => {
    const x = many(100, (row) => noise(row))
    const uneven = (every: number) => ({ x, y: many(100, (row) => (row % every ? 'no' : 'yes')) })
    const split = { validation: 0.2, test: 0.2, shuffle: true, stratify: 'y' }
    const short = { cells: uneven(10), inputs: { x: number }, target, split }
    const [warning] = await warningsFor(short, 'classImbalance')
    expect(warning?.problem.values).toEqual({
      column: 'y',
      most: 'no',
      mostRows: 54,
      least: 'yes',
      leastRows: 6,
    })
    expect(warning?.repairs).toEqual([{ kind: 'classWeights', node: 'out' }])
    const free = await warningsFor({ ...short, split: { validation: 0.2, test: 0.2 } }, 'classImbalance')
    expect(free[0]?.repairs.map(({ kind }) => kind)).toEqual(['classWeights', 'stratify'])
    expect(await warningsFor({ ...short, cells: uneven(4) }, 'classImbalance')).toEqual([])
    const weighted = { ...short, target: { ...target, classWeights: 'balanced' } }
    expect(await warningsFor(weighted, 'classImbalance')).toEqual([])
  })

  it('tells of a class with nine rows, not of one with ten', async () => {
    const x = many(60, (row) => noise(row))
    const rare = (rows: number) => ({ x, y: many(60, (row) => (row < rows ? 'rare' : row % 2 ? 'a' : 'b')) })
    const classes = { column: 'y', encoding: { kind: 'classes' } }
    const short = { cells: rare(9), inputs: { x: number }, target: classes }
    const [warning] = await warningsFor(short, 'fewOfClass')
    expect(warning?.problem.values).toEqual({ column: 'y', count: 1, value: 'rare', rows: 9, needed: 10 })
    expect(warning?.repairs).toEqual([{ kind: 'stratify', column: 'y' }])
    expect(await warningsFor({ ...short, cells: rare(10) }, 'fewOfClass')).toEqual([])
  })

  it('tells of inputs of very different size left unscaled, not of scaled ones or ones of like size', async () => {
    const cells = {
      small: many(60, (row) => noise(row)),
      large: many(60, (row) => noise(row, 31) * 1000),
      y: halves,
    }
    const short = { cells, inputs: { small: plain, large: plain }, target }
    const [warning] = await warningsFor(short, 'unscaledInput')
    expect(warning?.repairs).toEqual([
      {
        kind: 'scale',
        columns: [
          { source: 'data', column: 'small' },
          { source: 'data', column: 'large' },
        ],
      },
    ])
    expect(Number(warning?.problem.values?.['times'])).toBeGreaterThan(500)
    expect(
      await warningsFor({ ...short, inputs: { small: number, large: plain } }, 'unscaledInput'),
    ).toHaveLength(1)
    expect(await warningsFor({ ...short, inputs: { small: plain, large: number } }, 'unscaledInput')).toEqual(
      [],
    )
    const alike = { ...cells, large: cells.small.map((one) => one * 5) }
    expect(await warningsFor({ ...short, cells: alike }, 'unscaledInput')).toEqual([])
  })

  it('tells of an id that ties rows across the split, not when they are grouped, nor of a mere category', async () => {
    const x = many(60, (row) => noise(row))
    const cells = { patient_id: many(60, (row) => Math.floor(row / 3)), x, y: halves }
    const short = { cells, inputs: { x: number }, target }
    const [warning] = await warningsFor(short, 'tiedRows')
    expect(warning?.problem.values?.['column']).toBe('patient_id')
    expect(Number(warning?.problem.values?.['count'])).toBeGreaterThan(1)
    expect(warning?.repairs).toEqual([{ kind: 'group', column: 'patient_id' }])
    const split = { validation: 0.2, test: 0.2, group: 'patient_id' }
    expect(await warningsFor({ ...short, split }, 'tiedRows')).toEqual([])
    const ages = { age: many(60, (row) => 20 + (row % 15)), x, y: halves }
    expect(await warningsFor({ ...short, cells: ages }, 'tiedRows')).toEqual([])
    const coded = { machine: many(60, (row) => `M-${100 + (row % 12)}`), x, y: halves }
    expect(await warningsFor({ ...short, cells: coded }, 'tiedRows')).toHaveLength(1)
    const sets = { stratum: many(60, (row) => 1 + (row % 20)), x, y: halves }
    expect(await warningsFor({ ...short, cells: sets }, 'tiedRows')).toHaveLength(1)
    const unique = { patient_id: many(60, (row) => row), x, y: halves }
    expect(await warningsFor({ ...short, cells: unique }, 'tiedRows')).toEqual([])
  })
})
