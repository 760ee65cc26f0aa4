import { describe, expect, it } from 'vitest'
import { inferGraph } from '../../../shared/infer.ts'
import { paletteEntries } from '../../../shared/layers/index.ts'
import { newProject } from '../../../shared/newProject.ts'
import { addFree } from '../edits/addBeside.ts'
import { addChosen } from './addChosen.ts'
import { fitsEnd, hasWayThrough } from './fitsEnd.ts'

const image = { shape: [28, 28, 1], dtype: 'float32' } as const
const vector = { shape: [64], dtype: 'float32' } as const
const fitting = (spec: Parameters<typeof fitsEnd>[2]) =>
  paletteEntries.map(({ type }) => type).filter((type) => fitsEnd(type, 'source', spec))

describe('what fits a loose end', () => {
  it('are convolutions for an image and not for a vector', () => {
    expect(fitting(image)).toEqual(expect.arrayContaining(['conv2d', 'maxPooling2d', 'flatten', 'output']))
    expect(fitting(vector)).toEqual(
      expect.arrayContaining(['dense', 'dropout', 'add', 'concatenate', 'output']),
    )
    expect(fitting(vector)).not.toContain('conv2d')
    expect(fitting(image)).not.toContain('lstm')
  })
  it('is by its side alone while the tensor is unknown', () => {
    expect(fitting(null)).toHaveLength(paletteEntries.length - 1)
    expect(fitsEnd('input', 'source', null)).toBe(false)
    expect(fitsEnd('input', 'target', null)).toBe(true)
    expect(fitsEnd('output', 'target', null)).toBe(false)
  })
  it('gives no problem with the tensor once it is added, however often it is merged', () => {
    for (const type of fitting(vector)) {
      const start = addFree(newProject('fit'), 'input', { x: 0, y: 0 })
      const shaped = {
        ...start.project,
        nodes: {
          [start.node]: {
            input: { name: 'x', shape: [64], dtype: 'float32' as const, columns: [] },
            x: 0,
            y: 0,
          },
        },
      }
      const end = { node: start.node, port: 'output', side: 'source' } as const
      const added = addChosen(shaped, type, { place: null, end, edge: null }, { x: 0, y: 0 })
      const codes = inferGraph(added.project).nodes[added.node]?.problems.map(({ code }) => code) ?? []
      const allowed = new Set(['outputUnused', 'tooFewInputs', 'inputNotConnected'])
      expect(
        codes.filter((code) => !allowed.has(code)),
        type,
      ).toEqual([])
    }
  })
})

describe('adding what was chosen', () => {
  it('puts it on an edge when it was asked for there', () => {
    const start = addFree(newProject('edge'), 'input', { x: 0, y: 0 })
    const end = { node: start.node, port: 'output', side: 'source' } as const
    const dense = addChosen(start.project, 'dense', { place: null, end, edge: null }, { x: 0, y: 0 })
    const [edge = null] = dense.project.edges
    const request = { place: { x: 100, y: 0 }, end: null, edge }
    const next = addChosen(dense.project, 'dropout', request, { x: 0, y: 0 })
    expect(next.project.edges.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'input>dropout',
      'dropout>dense',
    ])
  })
  it('knows what has a way through', () => {
    expect(hasWayThrough('dense')).toBe(true)
    expect(hasWayThrough('input')).toBe(false)
    expect(hasWayThrough('output')).toBe(false)
  })
})
