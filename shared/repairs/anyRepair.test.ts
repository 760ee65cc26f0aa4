import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addLayerNode } from '../edits/addNode.ts'
import { setInput, setOutput, setParam } from '../edits/setValues.ts'
import { anyProject } from '../fixtures/anyProject.ts'
import headline from '../fixtures/headline.loom?raw'
import nestedGroups from '../fixtures/nestedGroups.loom?raw'
import sharedLayer from '../fixtures/sharedLayer.loom?raw'
import { inferGraph } from '../infer.ts'
import { parseProject } from '../openProject.ts'
import { isInput, type Project, projectSchema } from '../project.ts'
import { at, broken, chain, classes, codes, placed } from './broken.test-support.ts'
import { mends } from './mends.ts'
import { repairAll } from './repairAll.ts'
import { repairsFor } from './repairsFor.ts'

/** Ways to break a sound document that a repair is known for. */
const breakages: readonly (readonly [string, (project: Project, n: number) => Project])[] = [
  [
    'a lost edge',
    (project, n) => broken(project, (edges) => edges.filter((_, at_) => at_ !== n % edges.length)),
  ],
  [
    'an edge to nowhere',
    (project) =>
      broken(project, (edges) => [...edges, { from: edges[0]!.from, out: 'output', to: 'gone', in: 'x' }]),
  ],
  [
    'a wrong port',
    (project, n) =>
      broken(project, (edges) =>
        edges.map((one, at_) => (at_ === n % edges.length ? { ...one, in: 'zz' } : one)),
      ),
  ],
  [
    'a wrong value',
    (project, n) => {
      const ids = Object.keys(project.layers)
      const id = ids[n % ids.length]!
      const [name] = Object.keys(project.layers[id]!.params)
      return name === undefined ? project : setParam(project, id, name, -7)
    },
  ],
  [
    'a wrong loss',
    (project, n) => {
      const ids = Object.keys(project.nodes).filter((id) => 'output' in project.nodes[id]!)
      return setOutput(project, ids[n % ids.length]!, { loss: 'guess' })
    },
  ],
  [
    'an input of another shape',
    (project, n) => {
      const ids = Object.keys(project.nodes).filter((id) => isInput(project.nodes[id]!))
      return setInput(project, ids[n % ids.length]!, { shape: [3, 3] })
    },
  ],
]

const examples = Object.values(
  import.meta.glob<string>('../../examples/*/*.loom', { query: '?raw', import: 'default', eager: true }),
)

describe('any repair that is offered', () => {
  const sound = [headline, nestedGroups, sharedLayer, ...examples].map(parseProject)
  it('takes its problem away and brings none, in the examples broken in known ways', () => {
    let offered = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...sound),
        fc.constantFrom(...breakages),
        fc.nat(),
        (project, [, damage], n) => {
          const bad = damage(project, n)
          const analysis = inferGraph(bad)
          const all = placed(bad)
          for (const [id, problem] of all.slice(0, 5))
            for (const repair of repairsFor(bad, analysis, id, problem)) {
              offered++
              const next = repair.apply(bad)
              expect(projectSchema.safeParse(next).success).toBe(true)
              expect(mends(bad, analysis, id, problem, next)).toBe(true)
              expect(JSON.stringify(placed(next))).not.toContain(JSON.stringify([id, problem]))
            }
        },
      ),
      { numRuns: 60 },
    )
    expect(offered).toBeGreaterThan(60)
  })
  it('is found without an exception in any document', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const analysis = inferGraph(project)
        for (const [id, problem] of placed(project).slice(0, 3)) repairsFor(project, analysis, id, problem)
      }),
      { numRuns: 60 },
    )
  })
})

describe('repairing all at once', () => {
  it('mends what has one answer and nothing else', () => {
    const project = chain([8], [['dense', { units: 3 }]], classes(5))
    const lost = broken(project, (edges) => [
      ...edges,
      { from: 'dense', out: 'output', to: 'gone', in: 'input' },
    ])
    const side = addLayerNode(lost, 'dense', at).project
    const next = repairAll(side)
    expect(next.layers['dense']?.params).toEqual({ units: 5, activation: 'softmax' })
    expect(codes(next)).toEqual(['dense_1: inputNotConnected'])
    expect(repairAll(next)).toBe(next)
  })
})
