import { describe, expect, it } from 'vitest'
import { tableOf } from '../../../shared/prep/tableOf.test-support.ts'
import { projectSchema } from '../../../shared/project.ts'
import { reportSteps } from './reportSteps.ts'

const table = tableOf({
  x: [1, 2, 3, null, 5, 60],
  city: ['a', 'a', 'a', 'b', 'c', null],
})
const report = (steps: object[], nodes: object = {}) => {
  const columns = { x: { type: 'number' }, city: { type: 'category' } }
  const project = projectSchema.parse({
    format: 1,
    id: 'p',
    name: 'p',
    layers: {},
    nodes,
    edges: [],
    data: { sources: [{ id: 's', file: 's.csv', columns }], steps },
    training: { split: { validation: 0, test: 0.5, shuffle: false } },
  })
  return reportSteps(project, () => Promise.resolve(table))
}

describe('reportSteps', () => {
  it('says how many rows and cells each step changes, and what made columns hold', async () => {
    const { rows, outcomes, columns, problem } = await report([
      { kind: 'keep', rule: { column: 'city', is: 'present' } },
      { kind: 'formula', column: 'twice', formula: 'x * 2' },
      { kind: 'clip', column: 'x', high: 4, off: true },
      { kind: 'clip', column: 'twice', high: 5 },
      { kind: 'mergeRare', column: 'city', atLeast: 2, into: 'other' },
    ])
    expect(problem).toBeUndefined()
    expect(rows).toEqual({ before: 6, after: 5 })
    expect(outcomes).toEqual([
      { step: 1, dropped: 1, left: 5 },
      { step: 2, missing: 1 },
      { step: 4, changed: 2, missing: 1 },
      { step: 5, changed: 2, missing: 0 },
    ])
    expect(columns).toMatchObject([
      { name: 'twice', type: 'number', missing: 1, stepRows: 5, summary: { min: 2, max: 5 } },
    ])
  })

  it('learns from the rows that a run would train on', async () => {
    const output = { name: 'o', target: { column: 'x', encoding: { kind: 'number', missing: 'drop' } } }
    const merge = { kind: 'mergeRare', column: 'city', most: 1, into: 'other' }
    const { outcomes } = await report([merge], { o: { output, x: 0, y: 0 } })
    // Without the row that lacks its target, the first half of five rows trains: only a is known.
    expect(outcomes).toEqual([{ step: 1, changed: 2, missing: 1 }])
  })

  it('stops at the step that fails, and keeps what those above it do', async () => {
    const keep = { kind: 'keep', rule: { column: 'x', is: 'above', value: 1 } }
    const none = { kind: 'keep', rule: { column: 'x', is: 'above', value: 100 } }
    const empty = await report([keep, none])
    expect(empty.outcomes[0]).toEqual({ step: 1, dropped: 2, left: 4 })
    expect(empty.problem).toEqual({ code: 'stepLeavesNoRows', values: { step: 2 } })
    const wrong = await report([
      keep,
      { kind: 'formula', column: 'y', formula: 'z + 1' },
      { kind: 'formula', column: 'v', formula: 'x' },
    ])
    expect(wrong.outcomes).toEqual([{ step: 1, dropped: 2, left: 4 }])
    expect(wrong.problem).toMatchObject({ code: 'formulaColumnMisspelt', values: { step: 2 } })
    expect(wrong.columns).toEqual([])
  })

  it('reports where nothing can be trained yet', async () => {
    const output = { name: 'o', target: { column: 'gone', encoding: { kind: 'number' } } }
    const { outcomes, problem } = await report([{ kind: 'clip', column: 'x', quantiles: [0, 0.5] }], {
      o: { output, x: 0, y: 0 },
    })
    expect(problem).toBeUndefined()
    expect(outcomes).toEqual([{ step: 1, changed: 2, missing: 1 }])
  })
})
