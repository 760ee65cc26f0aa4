import { describe, expect, it } from 'vitest'
import { inferGraph } from '../infer.ts'
import { newProject } from '../newProject.ts'
import { findNode } from '../graph.ts'
import { projectSchema } from '../project.ts'
import { addInput, addOutput } from './addNode.ts'
import { addColumns, fitShape } from './columns.ts'
import { setInput } from './setValues.ts'
import { setTarget } from './target.ts'
import { guessImage } from './shapeColumns.ts'
import { setHorizon, setOrder, setWindow } from './windows.ts'

const number = { kind: 'number', scale: 'standard', missing: 'median' } as const
const start = () => {
  const data = projectSchema.shape.data.parse({ sources: [{ id: 'a', file: 'a.csv' }] })
  const input = addInput(
    { ...newProject('p'), data },
    { x: 0, y: 0 },
    {
      shape: [2],
      columns: [
        { column: 'x', encoding: number },
        { column: 'y', encoding: number },
      ],
    },
  )
  const output = addOutput(
    input.project,
    { x: 0, y: 0 },
    {
      target: { column: 'y', encoding: { ...number, missing: 'drop' } },
    },
  )
  return { project: output.project, input: input.node, output: output.node }
}

describe('windows', () => {
  it('give an input an axis of steps, which its columns follow', () => {
    const { project, input } = start()
    const next = setWindow(project, input, 12)
    expect(findNode(next, input)).toMatchObject({ input: { window: { steps: 12 }, shape: [12, 2] } })
    const more = addColumns(next, input, [{ column: 'z', encoding: { ...number, missing: 'flag' } }])
    expect(findNode(more, input)).toMatchObject({ input: { shape: [12, 4] } })
    expect(findNode(setWindow(more, input, 5), input)).toMatchObject({ input: { shape: [5, 4] } })
    expect(findNode(setWindow(more, input, null), input)).toMatchObject({ input: { shape: [4] } })
    expect(setWindow(next, input, 12)).toBe(next)
  })
  it('move a target ahead that their own columns would give away', () => {
    const { project, input, output } = start()
    const next = setWindow(project, input, 3)
    expect(findNode(next, output)).toMatchObject({ output: { target: { horizon: 1 } } })
    const other = { column: 'x', encoding: { ...number, missing: 'drop' } } as const
    expect(findNode(setTarget(next, output, other), output)).toMatchObject({
      output: { target: { horizon: 1 } },
    })
    const back = setHorizon(next, output, 0)
    expect(findNode(back, output)).toEqual(findNode(project, output))
    // Another number of steps leaves what was chosen.
    expect(findNode(setWindow(back, input, 4), output)).toEqual(findNode(project, output))
  })
  it('are a problem when the shape has no such steps, until it is fitted', () => {
    const { project, input } = start()
    const wrong = setInput(setWindow(project, input, 3), input, { shape: [2, 3] })
    expect(inferGraph(wrong).nodes[input]?.problems[0]).toEqual({
      code: 'windowMismatch',
      values: { needed: '[3, 2]', found: '[2, 3]' },
    })
    const fitted = inferGraph(fitShape(wrong, input)).nodes[input]?.problems ?? []
    expect(fitted.map(({ code }) => code)).not.toContain('windowMismatch')
  })
  it('share an order, which leaves no trace once nothing is asked', () => {
    const { project } = start()
    const ordered = setOrder(setOrder(project, { column: 't' }), { group: 'shop' })
    expect(ordered.data.order).toEqual({ column: 't', group: 'shop' })
    const left = setOrder(setOrder(ordered, { column: undefined }), { group: undefined })
    expect(left).toEqual(project)
  })
})

describe('the likeliest image', () => {
  it('is square, in colour where only that is square', () => {
    expect(guessImage(784)).toEqual({ kind: 'image', height: 28, width: 28, channels: 1 })
    expect(guessImage(3072)).toEqual({ kind: 'image', height: 32, width: 32, channels: 3 })
    expect(guessImage(12)).toEqual({ kind: 'image', height: 2, width: 2, channels: 3 })
    expect(guessImage(6)).toEqual({ kind: 'image', height: 2, width: 3, channels: 1 })
    expect(guessImage(7)).toEqual({ kind: 'image', height: 1, width: 7, channels: 1 })
  })
})
