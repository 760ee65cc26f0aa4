import type { Edge as FlowEdge } from '@xyflow/react'
import { findNode } from '../../../shared/graph.ts'
import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { TensorSpec } from '../../../shared/layers/define.ts'
import { shapeText } from '../../../shared/layers/shapes.ts'
import { nodeTitle } from '../../../shared/names.ts'
import type { ProblemCode } from '../../../shared/problems.ts'
import type { Edge, Project } from '../../../shared/project.ts'
import { i18n } from '../../i18n/i18n.ts'
import { isSame } from './isSame.ts'

/** An edge as React Flow holds it: the document's edge, the shape of its tensor, and whether that repeats its neighbour's. */
export type CanvasEdge = FlowEdge<
  {
    readonly edge: Edge
    /** All that an edge at a block's port stands for; `edge` is the first. */
    readonly edges?: readonly Edge[]
    /** Names of the nodes at its ends. */
    readonly from: string
    readonly to: string
    readonly language: string
    readonly shape: string | null
    readonly isQuiet: boolean
    /** What it carries can't enter where it leads. */
    readonly isInvalid: boolean
  },
  'shape'
>

const idOf = ({ from, out, to, in: port }: Edge) => JSON.stringify([from, out, to, port])

/** A tensor in a few characters: its shape, after its dtype where that is not the usual one. */
const tensorText = ({ shape, dtype }: TensorSpec): string =>
  dtype === 'float32' ? shapeText(shape) : `${dtype} ${shapeText(shape)}`

const textOf = ({ nodes }: GraphAnalysis, { from, out }: Edge): string | null => {
  const outputs = nodes[from]?.outputs ?? {}
  const spec = Object.hasOwn(outputs, out) ? outputs[out] : undefined
  return spec ? tensorText(spec) : null
}

/** Problems of a node that are about what arrives there. */
const arrivalProblems: ReadonlySet<ProblemCode> = new Set([
  'cycle',
  'portTaken',
  'unknownPort',
  'rankMismatch',
  'shapesDiffer',
  'axisUnknown',
  'dtypeMismatch',
  'dtypesDiffer',
  'stateMismatch',
  'targetShapeMismatch',
  'lossNeedsShape',
] as const)

const isInvalid = ({ nodes }: GraphAnalysis, edge: Edge): boolean =>
  (nodes[edge.to]?.problems ?? []).some(({ code, values }) => {
    const port = values?.['port']
    return arrivalProblems.has(code) && (port === undefined || port === edge.in)
  })

/**
 * Whether a pill at this edge would only repeat what stands beside it: another edge of the same node already
 * shows this shape, or a tensor enters the node before with the very same shape.
 */
const repeats = (analysis: GraphAnalysis, edge: Edge, text: string, shown: Set<string>): boolean => {
  const key = JSON.stringify([edge.from, text])
  if (shown.has(key)) return true
  shown.add(key)
  const arriving = Object.values(analysis.nodes[edge.from]?.inputs ?? {}).flat()
  return arriving.some((spec) => tensorText(spec) === text)
}

const labelOf = ({ from, to, shape, isInvalid: isWrong }: NonNullable<CanvasEdge['data']>): string => {
  const label =
    shape === null
      ? i18n.t('model.edge.label', { from, to })
      : i18n.t('model.edge.labelShape', { from, to, shape })
  return isWrong ? i18n.t('model.edge.invalid', { label }) : label
}

/** React Flow's edges for a document; `reconcileEdges` gives them their accessible names. Edges whose ends are missing cannot be drawn; they are among the graph's problems. */
export const canvasEdges = (
  project: Project,
  analysis: GraphAnalysis,
  selection: ReadonlySet<string>,
  language: string,
): readonly CanvasEdge[] => {
  const { nodes, edges } = project
  const titleOf = (id: string) => {
    const node = findNode(project, id)
    return node ? nodeTitle(project, node) : id
  }
  const shown = new Set<string>()
  const copies = new Map<string, number>()
  return edges.flatMap((edge): CanvasEdge[] => {
    if (!Object.hasOwn(nodes, edge.from) || !Object.hasOwn(nodes, edge.to)) return []
    const base = idOf(edge)
    const copy = copies.get(base) ?? 0
    copies.set(base, copy + 1)
    const id = copy ? `${base}${copy}` : base
    const text = textOf(analysis, edge)
    return [
      {
        id,
        type: 'shape',
        source: edge.from,
        sourceHandle: edge.out,
        target: edge.to,
        targetHandle: edge.in,
        selected: selection.has(id),
        data: {
          edge,
          from: titleOf(edge.from),
          to: titleOf(edge.to),
          language,
          shape: text,
          isQuiet: text === null || repeats(analysis, edge, text, shown),
          isInvalid: isInvalid(analysis, edge),
        },
      },
    ]
  })
}

/** The new edges, with those that have not changed kept as the objects they were. */
export const reconcileEdges = (previous: CanvasEdge[], next: readonly CanvasEdge[]): CanvasEdge[] => {
  const known = new Map(previous.map((edge) => [edge.id, edge]))
  const result = next.map((edge) => {
    const old = known.get(edge.id)
    const isKept = old && old.selected === edge.selected && isSame(old.data, edge.data)
    return isKept ? old : { ...edge, ...(edge.data ? { ariaLabel: labelOf(edge.data) } : {}) }
  })
  const isUnchanged =
    result.length === previous.length && result.every((edge, index) => edge === previous[index])
  return isUnchanged ? previous : result
}
