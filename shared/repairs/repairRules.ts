import { addMissingInput, addMissingOutput } from './addEnds.ts'
import { breakCycle } from './breakCycle.ts'
import { bypassMerge, endBypass, unshareCall } from './changeCall.ts'
import { dropColumn, setInputShape, setInputType } from './changeInput.ts'
import { changeWindow } from './changeWindow.ts'
import { connectOpen } from './connectOpen.ts'
import { dropMetrics } from './dropMetrics.ts'
import { freeAxis } from './freeAxis.ts'
import { insertLayer } from './insertLayer.ts'
import { insertReshape } from './insertReshape.ts'
import { lastAxis } from './lastAxis.ts'
import { mendEdges, oneEdge } from './mendEdges.ts'
import { mendParam } from './mendParam.ts'
import { removeNode } from './removeNode.ts'
import type { RepairRule } from './repair.ts'
import { returnSequences } from './returnSequences.ts'
import { setActivation, setLoss } from './setActivation.ts'
import { setIds } from './setIds.ts'
import { setUnits } from './setUnits.ts'
import { smallerBatch } from './smallerBatch.ts'

/** Everything that may mend a problem, the likeliest first. */
export const repairRules: readonly RepairRule[] = [
  setUnits,
  setActivation,
  setLoss,
  setIds,
  setInputShape,
  dropColumn,
  dropMetrics,
  changeWindow,
  freeAxis,
  lastAxis,
  mendParam,
  returnSequences,
  insertLayer,
  insertReshape,
  setInputType,
  connectOpen,
  addMissingInput,
  addMissingOutput,
  removeNode,
  mendEdges,
  oneEdge,
  breakCycle,
  unshareCall,
  endBypass,
  bypassMerge,
  smallerBatch,
]
