import { setParam } from '../edits/setValues.ts'
import { ownLayer } from './ownLayer.ts'
import type { RepairRule } from './repair.ts'

/** As many rows in an Embedding as the data have ids. */
export const setIds: RepairRule = {
  codes: ['embeddingTooSmall'],
  suggest: (at) => {
    const own = ownLayer(at)
    const needed = Number(at.problem.values?.['needed'])
    if (!own) return []
    // Which parameter it is shows when it is tried out.
    return Object.entries(own.resolved.definition.params).flatMap(([name, { kind, required }]) =>
      kind === 'int' && required
        ? [
            {
              code: 'setIds',
              values: { param: name, value: needed },
              isPlain: true,
              apply: (project) => setParam(project, own.id, name, needed),
            },
          ]
        : [],
    )
  },
}
