import { bypassNodes } from '../edits/bypassNodes.ts'
import { unshareNode } from '../edits/shareLayers.ts'
import type { RepairRule } from './repair.ts'

/** A layer of its own for a call that needs weights of another shape. */
export const unshareCall: RepairRule = {
  codes: ['sharedShapesDiffer'],
  suggest: ({ id }) =>
    id === null ? [] : [{ code: 'unshare', values: {}, apply: (project) => unshareNode(project, id) }],
}

/** A bypassed node taken back into the model. */
export const endBypass: RepairRule = {
  codes: ['bypassNeedsOneInput', 'bypassOutputUsed'],
  suggest: ({ id }) =>
    id === null
      ? []
      : [{ code: 'endBypass', values: {}, apply: (project) => bypassNodes(project, [id], false) }],
}

/** A merge with nothing to merge let through. */
export const bypassMerge: RepairRule = {
  codes: ['tooFewInputs'],
  suggest: ({ id }) =>
    id === null ? [] : [{ code: 'bypass', values: {}, apply: (project) => bypassNodes(project, [id], true) }],
}
