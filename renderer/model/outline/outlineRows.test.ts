import { describe, expect, it } from 'vitest'
import { inferGraph } from '../../../shared/infer.ts'
import { type Project, projectSchema } from '../../../shared/project.ts'
import { outlineRows } from './outlineRows.ts'

const dense = (name: string) => ({ type: 'dense', name, params: { units: 4 } })
const edge = (from: string, to: string) => ({ from, out: 'output', to, in: 'input' })
const at = { x: 0, y: 0 }

const project: Project = projectSchema.parse({
  format: 1,
  id: 'p',
  name: 'p',
  layers: { a: dense('a'), b: dense('b'), c: dense('c'), loop: dense('loop') },
  nodes: {
    end: { output: {}, ...at },
    c: { layer: 'c', ...at },
    b: { layer: 'b', ...at, group: 'inner' },
    a: { layer: 'a', ...at, group: 'outer' },
    start: { input: { name: 'start', shape: [3] }, ...at },
    loop: { layer: 'loop', ...at },
  },
  edges: [edge('start', 'a'), edge('a', 'b'), edge('b', 'c'), edge('c', 'end'), edge('loop', 'loop')],
  groups: {
    outer: { title: 'Outer' },
    inner: { title: 'Inner', parent: 'outer' },
    empty: { title: 'Empty' },
  },
})
const lines = (closed: readonly string[] = []) =>
  outlineRows(project, inferGraph(project), new Set(closed)).map(
    ({ id, level }) => `${'  '.repeat(level - 1)}${id}`,
  )

describe('the outline', () => {
  it('follows the graph, groups as branches, loops and empty groups last', () => {
    expect(lines()).toEqual(['start', 'outer', '  a', '  inner', '    b', 'c', 'end', 'loop', 'empty'])
  })
  it('hides what is in a closed group', () => {
    expect(lines(['inner'])).toEqual(['start', 'outer', '  a', '  inner', 'c', 'end', 'loop', 'empty'])
    expect(lines(['outer'])).toEqual(['start', 'outer', 'c', 'end', 'loop', 'empty'])
  })
  it('tells each line its place among its siblings', () => {
    const rows = outlineRows(project, inferGraph(project), new Set())
    expect(rows.filter(({ level }) => level === 1).map(({ place, of }) => [place, of])).toEqual(
      [1, 2, 3, 4, 5, 6].map((place) => [place, 6]),
    )
  })
})
