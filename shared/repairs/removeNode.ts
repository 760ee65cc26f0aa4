import { removeNodes } from '../edits/removeNodes.ts'
import type { RepairRule } from './repair.ts'

/** Without a node whose result nothing uses. */
export const removeNode: RepairRule = {
  codes: ['outputUnused'],
  suggest: ({ id }) =>
    id === null ? [] : [{ code: 'removeNode', values: {}, apply: (project) => removeNodes(project, [id]) }],
}
