import type { Block, VisibleGraph } from '../../../shared/blocks.ts'
import { findNode, layerOf } from '../../../shared/graph.ts'
import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { TensorSpec } from '../../../shared/layers/define.ts'
import { nodeTitle } from '../../../shared/names.ts'
import type { Problem } from '../../../shared/problems.ts'
import { isInput, isOutput, type Project } from '../../../shared/project.ts'
import type { Words } from '../../../shared/words.ts'
import { i18n } from '../../i18n/i18n.ts'
import type { CardPort, NodeCard } from '../card/nodeCard.ts'

/** A problem of a node inside a block. */
export interface InnerProblem {
  readonly node: string
  readonly name: string
  /** Of the node, for its sentence. */
  readonly type: string
  readonly problem: Problem
}

/** What a block's card shows beyond that of a node. */
export interface BlockFacts {
  readonly group: string
  readonly nodes: number
  /** The mark that ties it to other groups, or null. */
  readonly tie: string | null
  readonly inner: readonly InnerProblem[]
}

const plainTitles: Readonly<Record<string, Words>> = {
  input: { en: 'input', ko: '입력' },
  output: { en: 'output', ko: '출력' },
}

/** A port's name as people read it. */
export const portTitle = (name: string): Words =>
  (Object.hasOwn(plainTitles, name) && plainTitles[name]) || { en: name, ko: name }

const cardPort = (
  name: string,
  isConnected: boolean,
  many: boolean,
  spec: TensorSpec | undefined,
): CardPort => ({
  name,
  title: portTitle(name),
  many,
  isConnected,
  rank: spec ? spec.shape.length : null,
})

const typeOf = (project: Project, id: string): string => {
  const node = findNode(project, id)
  if (!node || isInput(node)) return 'input'
  return isOutput(node) ? 'output' : (layerOf(project, node)?.type ?? 'unknown')
}

/** Every problem of these nodes, with their names. */
export const innerProblems = (project: Project, analysis: GraphAnalysis, members: readonly string[]) =>
  members.flatMap((id): InnerProblem[] => {
    const node = findNode(project, id)
    const problems = analysis.nodes[id]?.problems ?? []
    return problems.map((problem) => ({
      node: id,
      name: node ? nodeTitle(project, node) : id,
      type: typeOf(project, id),
      problem,
    }))
  })

/** What a group's card is called: its title, or a word for it while it has none. */
export const groupTitle = ({ groups }: Pick<Project, 'groups'>, group: string): string =>
  (Object.hasOwn(groups, group) && groups[group]?.title) || i18n.t('model.groups.block')

/** The card of a collapsed group. `firstMark` is the first letter that no shared layer has. */
export const blockCard = (
  project: Project,
  analysis: GraphAnalysis,
  { ties }: VisibleGraph,
  [group, { members, inputs, outputs }]: readonly [string, Block],
  firstMark: number,
): NodeCard & { readonly block: BlockFacts } => {
  const arriving = (node: string, port: string) => analysis.nodes[node]?.inputs[port]?.[0]
  const leaving = (node: string, port: string) => analysis.nodes[node]?.outputs[port]
  const inner = innerProblems(project, analysis, members)
  const tie = ties.get(group)
  const [main] = outputs
  return {
    name: groupTitle(project, group),
    type: 'block',
    typeTitle: i18n.t('model.groups.block'),
    category: 'block',
    telling: [{ kind: 'nodes', count: members.length }],
    inputs: inputs.map(({ name, to: [end], isConnected, many }) =>
      cardPort(name, isConnected, many, end && arriving(end.node, end.in)),
    ),
    outputs: outputs.map(({ name, from, out, isConnected }) =>
      cardPort(name, isConnected, false, leaving(from, out)),
    ),
    shape: (main && leaving(main.from, main.out)?.shape) ?? null,
    parameters: members.reduce((sum, id) => sum + (analysis.nodes[id]?.parameters ?? 0), 0),
    layer: null,
    shared: tie ? { calls: tie.calls, mark: firstMark + tie.index } : null,
    problems: inner.map(({ problem }) => problem),
    isBypassed: false,
    block: { group, nodes: members.length, tie: tie?.mark ?? null, inner },
  }
}
