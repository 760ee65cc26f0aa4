import { layerDefinitions } from '../layers/index.ts'
import type { Edge } from '../project.ts'
import { headWith } from './headOf.ts'
import { insertBefore } from './insertBefore.ts'
import type { Case, Repair, RepairRule } from './repair.ts'

/** Edges on which a layer could mend it: one that enters the node, all of them together, or the one before its head. */
const places = ({ project, index, id, incoming, problem }: Case): readonly (readonly Edge[])[] => {
  if (problem.code === 'targetShapeMismatch') {
    const head = id === null ? null : headWith(project, index, id, 'units')
    const before = head === null ? [] : (index.incoming.get(head) ?? [])
    return [before.slice(0, 1), incoming.slice(0, 1)].filter(({ length }) => length > 0)
  }
  const [first] = incoming
  return first === undefined ? [] : incoming.length > 1 ? [[first], incoming] : [[first]]
}

/** A layer that says in the catalogue that it mends this, put in between. */
export const insertLayer: RepairRule = {
  codes: ['rankMismatch', 'targetShapeMismatch', 'dtypeMismatch', 'shapesDiffer'],
  suggest: (at) => {
    const entries = Object.values(layerDefinitions)
      .filter(({ mends }) => mends?.includes(at.problem.code))
      // Those that only reshape come last in the catalogue; they lose nothing and are offered first.
      .toReversed()
    return entries.flatMap(({ type, title }) =>
      places(at).map(
        (edges): Repair => ({
          code: 'insertLayer',
          values: { layer: title },
          apply: (project) => insertBefore(project, edges, type),
        }),
      ),
    )
  },
}
