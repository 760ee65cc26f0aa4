import { describe, expect, it } from 'vitest'
import { projectSchema } from '../project.ts'
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
