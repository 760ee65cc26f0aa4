import { addInput, addLayerNode, addOutput, type Added, type Place } from '../../../shared/edits/addNode.ts'
import { findLayer, type LayerType } from '../../../shared/layers/index.ts'
import { ProblemError } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'

/** Puts one entry of the palette into the document: an input, an output, or a new layer with a node that calls it. */
export const addEntry = (project: Project, type: string, place: Place): Added => {
  if (type === 'input') return addInput(project, place)
  if (type === 'output') return addOutput(project, place)
  if (!findLayer(type)) throw new ProblemError('unknownLayer', { type })
  return addLayerNode(project, type as LayerType, place)
}
