import { setParam } from '../edits/setValues.ts'
import { ownLayer } from './ownLayer.ts'
import type { RepairRule } from './repair.ts'

/** The last axis instead of one that isn't there. */
export const lastAxis: RepairRule = {
  codes: ['axisOutOfRange'],
  suggest: (at) => {
    const own = ownLayer(at)
    if (!own) return []
    return Object.entries(own.resolved.definition.params).flatMap(([name, { kind }]) =>
      name === 'axis' && (kind === 'int' || kind === 'shape')
        ? [
            {
              code: 'lastAxis',
              values: {},
              apply: (project) => setParam(project, own.id, name, kind === 'int' ? -1 : [-1]),
            },
          ]
        : [],
    )
  },
}
