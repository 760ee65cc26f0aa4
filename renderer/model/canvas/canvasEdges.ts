import type { Edge as FlowEdge } from '@xyflow/react'
import { findNode } from '../../../shared/graph.ts'
import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { Shape } from '../../../shared/layers/define.ts'
import { shapeText } from '../../../shared/layers/shapes.ts'
import { nodeTitle } from '../../../shared/names.ts'
import type { Edge, Project } from '../../../shared/project.ts'
import { i18n } from '../../i18n/i18n.ts'
import { isSame } from './isSame.ts'

/** An edge as React Flow holds it: the document's edge, the shape of its tensor, and whether that repeats its neighbour's. */
export type CanvasEdge = FlowEdge<
  { readonly edge: Edge; readonly shape: string | null; readonly isQuiet: boolean },
  'shape'
>

const idOf = ({ from, out, to, in: port }: Edge) => JSON.stringify([from, out, to, port])

const shapeOf = ({ nodes }: GraphAnalysis, { from, out }: Edge): Shape | null =>
  nodes[from]?.outputs[out]?.shape ?? null

/**
 * Whether a pill at this edge would only repeat what stands beside it: another edge of the same node already
 * shows this shape, or a tensor enters the node before with the very same shape.
 */
const repeats = (analysis: GraphAnalysis, edge: Edge, text: string, shown: Set<string>): boolean => {
  const key = JSON.stringify([edge.from, text])
  if (shown.has(key)) return true
  shown.add(key)
  const arriving = Object.values(analysis.nodes[edge.from]?.inputs ?? {}).flat()
  return arriving.some(({ shape }) => shapeText(shape) === text)
}

const labelOf = (project: Project, edge: Edge, shape: string | null): string => {
  const name = (id: string) => {
    const node = findNode(project, id)
    return node ? nodeTitle(project, node) : id
  }
  const ends = { from: name(edge.from), to: name(edge.to) }
  return shape === null
    ? i18n.t('model.edge.label', ends)
    : i18n.t('model.edge.labelShape', { ...ends, shape })
}

/** React Flow's edges for a document, labelled in the page's language. Edges whose ends are missing cannot be drawn; they are among the graph's problems. */
export const canvasEdges = (
  project: Project,
  analysis: GraphAnalysis,
  selection: ReadonlySet<string>,
): readonly CanvasEdge[] => {
  const { nodes, edges } = project
  const shown = new Set<string>()
  const copies = new Map<string, number>()
  return edges.flatMap((edge): CanvasEdge[] => {
    if (!Object.hasOwn(nodes, edge.from) || !Object.hasOwn(nodes, edge.to)) return []
    const base = idOf(edge)
    const copy = copies.get(base) ?? 0
    copies.set(base, copy + 1)
    const id = copy ? `${base}${copy}` : base
    const shape = shapeOf(analysis, edge)
    const text = shape && shapeText(shape)
    return [
      {
        id,
        type: 'shape',
        source: edge.from,
        sourceHandle: edge.out,
        target: edge.to,
        targetHandle: edge.in,
        selected: selection.has(id),
        ariaLabel: labelOf(project, edge, text),
        data: { edge, shape: text, isQuiet: text === null || repeats(analysis, edge, text, shown) },
      },
    ]
  })
}

/** The new edges, with those that have not changed kept as the objects they were. */
export const reconcileEdges = (previous: CanvasEdge[], next: readonly CanvasEdge[]): CanvasEdge[] => {
  const known = new Map(previous.map((edge) => [edge.id, edge]))
  const result = next.map((edge) => {
    const old = known.get(edge.id)
    return old && isSame(old, edge) ? old : edge
  })
  const isUnchanged =
    result.length === previous.length && result.every((edge, index) => edge === previous[index])
  return isUnchanged ? previous : result
}
