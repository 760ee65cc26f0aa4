import { setParam } from '../edits/setValues.ts'
import { ownLayer } from './ownLayer.ts'
import type { Repair, RepairRule } from './repair.ts'

/** Padding that makes room for a window, or a window that fits. */
export const changeWindow: RepairRule = {
  codes: ['windowTooLarge'],
  suggest: (at) => {
    const own = ownLayer(at)
    const { window, size, axis } = at.problem.values ?? {}
    if (!own?.resolved.values) return []
    const { values, definition } = own.resolved
    return Object.entries(definition.params).flatMap(([name, param]): readonly Repair[] => {
      const value = values[name]
      if (param.kind === 'choice' && name === 'padding' && param.options.includes('same')) {
        return [{ code: 'padSame', values: {}, apply: (project) => setParam(project, own.id, name, 'same') }]
      }
      if (param.kind !== 'tuple' || !Array.isArray(value)) return []
      const place = Number(axis) - 1
      if (value[place] !== window || Number(size) < 1) return []
      const smaller = value.with(place, Number(size))
      return [
        {
          code: 'smallerWindow',
          values: { param: name, value: `[${smaller.join(', ')}]` },
          apply: (project) => setParam(project, own.id, name, smaller),
        },
      ]
    })
  },
}
