import { describe, expect, it } from 'vitest'
import { isInput, isOutput, projectSchema } from '../project.ts'
import { renameMade } from './stepNames.ts'
import { addStep, moveStep, removeStep, setStep, switchStep } from './steps.ts'

const replace = (from: string) => ({ kind: 'replace' as const, column: 'x', from, to: null })
const project = projectSchema.parse({
  format: 1,
  id: 'p',
  name: 'p',
  layers: {},
  nodes: {},
  edges: [],
  data: { steps: [replace('a'), replace('b'), { kind: 'pivot', by: 'x' }] },
})
const order = ({ data }: typeof project) => data.steps.map((step) => ('from' in step ? step.from : step.kind))

describe('edits of steps', () => {
  it('adds, changes and removes', () => {
    expect(order(addStep(project, replace('c')))).toEqual(['a', 'b', 'pivot', 'c'])
    expect(order(setStep(project, 1, replace('z')))).toEqual(['a', 'z', 'pivot'])
    expect(order(removeStep(project, 0))).toEqual(['b', 'pivot'])
    expect(() => addStep(project, { kind: 'clip', column: 'x', low: 'much' })).toThrow('valueInvalid')
  })

  it('moves a step to a place and stops at the ends', () => {
    expect(order(moveStep(project, 0, 2))).toEqual(['b', 'pivot', 'a'])
    expect(order(moveStep(project, 2, 0))).toEqual(['pivot', 'a', 'b'])
    expect(order(moveStep(project, 1, 9))).toEqual(['a', 'pivot', 'b'])
  })

  it('switches a step off and on again, and leaves a step of another version as it is', () => {
    const off = switchStep(project, 2)
    expect(off.data.steps[2]).toEqual({ kind: 'pivot', by: 'x', off: true })
    expect(switchStep(off, 2)).toEqual(project)
  })

  it('is no edit when nothing changes', () => {
    expect(setStep(project, 0, replace('a'))).toBe(project)
    expect(setStep(project, 9, replace('a'))).toBe(project)
    expect(moveStep(project, 0, -1)).toBe(project)
    expect(removeStep(project, 9)).toBe(project)
  })
})

describe('renameMade', () => {
  const number = { kind: 'number', scale: 'none', missing: 'drop' }
  const made = projectSchema.parse({
    ...project,
    nodes: {
      a: {
        input: {
          name: 'a',
          shape: [2],
          columns: [
            { column: 'rate', encoding: number },
            { column: 'rate', source: 's', encoding: number },
          ],
        },
        x: 0,
        y: 0,
      },
      y: { output: { target: { column: 'rate', encoding: number } }, x: 0, y: 0 },
    },
    data: {
      steps: [
        { kind: 'clip', column: 'rate', low: 0 },
        { kind: 'formula', column: 'rate', formula: 'a / b' },
        { kind: 'formula', column: 'twice', formula: '2*rate  + [rate]' },
        { kind: 'keep', rule: { column: 'rate', is: 'present' } },
        { kind: 'dropMissing', columns: ['rate', 'a'] },
      ],
    },
    training: { split: { stratify: 'rate', column: { name: 'rate', validation: [], test: ['1'] } } },
  })

  it('says the new name wherever the column was meant, and nowhere else', () => {
    const { nodes, data, training } = renameMade(made, 1, 'per b')
    expect(data.steps).toEqual([
      { kind: 'clip', column: 'rate', low: 0 },
      { kind: 'formula', column: 'per b', formula: 'a / b' },
      { kind: 'formula', column: 'twice', formula: '2*[per b]  + [per b]' },
      { kind: 'keep', rule: { column: 'per b', is: 'present' } },
      { kind: 'dropMissing', columns: ['per b', 'a'] },
    ])
    const [input, output] = [Object.values(nodes).find(isInput), Object.values(nodes).find(isOutput)]
    expect(input?.input.columns.map(({ column }) => column)).toEqual(['per b', 'rate'])
    expect(output?.output.target?.column).toBe('per b')
    expect([training.split.stratify, training.split.column?.name]).toEqual(['per b', 'per b'])
  })

  it('changes only the step where two make columns of that name', () => {
    const twice = setStep(made, 2, { kind: 'formula', column: 'rate', formula: '1' })
    const renamed = renameMade(twice, 2, 'other')
    expect(renamed.data.steps[2]).toMatchObject({ column: 'other' })
    expect(renamed.nodes).toEqual(made.nodes)
  })
})
