import { setParam } from '../edits/setValues.ts'
import { ownLayer } from './ownLayer.ts'
import type { RepairRule } from './repair.ts'

/** A target shape with one axis left to be worked out, the last one that makes the sizes agree. */
export const freeAxis: RepairRule = {
  codes: ['reshapeMismatch'],
  suggest: (at) => {
    const own = ownLayer(at)
    if (!own?.resolved.values) return []
    for (const [name, param] of Object.entries(own.resolved.definition.params)) {
      const value = own.resolved.values[name]
      if (param.kind !== 'shape' || param.axes || !Array.isArray(value)) continue
      const known = value.map((axis: number) => (axis === -1 ? 1 : axis))
      const shapes = [...known.keys()].toReversed().map((axis) => known.with(axis, -1))
      return [...shapes, [-1]].map((shape) => ({
        code: 'freeAxis',
        values: { param: name, value: `[${shape.map((axis) => (axis === -1 ? '−1' : axis)).join(', ')}]` },
        apply: (project) => setParam(project, own.id, name, shape),
      }))
    }
    return []
  },
}
