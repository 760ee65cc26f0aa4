import { findNode, indexGraph, layerOf } from '../graph.ts'
import {
  asLossName,
  losses,
  targetDefaults,
  type TargetKind,
  targetKind,
  targetMetrics,
  targetUnits,
} from '../losses.ts'
import { type CallNode, isCall, isOutput, type OutputSpec, type Project } from '../project.ts'
import { setOutput, setParam } from './setValues.ts'

type Target = NonNullable<OutputSpec['target']>

/** Whether an output's loss was chosen by hand and suits the new kind of target. */
const keepsLoss = ({ loss, target }: OutputSpec, kind: TargetKind): boolean => {
  if (loss === undefined) return true
  const known = asLossName(loss)
  if (!known || !losses[known].targets.includes(kind)) return false
  const before = target && targetKind(target.encoding)
  return before === undefined || before === kind || targetDefaults[before].loss !== known
}

/** Loss and metrics for a target: those there are where they suit it, else the usual ones. */
const judgedBy = (output: OutputSpec, target: Target): Pick<OutputSpec, 'loss' | 'metrics'> => {
  const kind = targetKind(target.encoding)
  const usual = targetDefaults[kind]
  const allowed: readonly string[] = targetMetrics[kind]
  const keepsMetrics = output.metrics?.every((metric) => allowed.includes(metric)) ?? true
  return {
    loss: keepsLoss(output, kind) ? output.loss : usual.loss,
    metrics: keepsMetrics ? output.metrics : [...usual.metrics],
  }
}

/** Weights of classes for a target: balanced ones for any classes, given ones only for those of the column they name. */
const weightsFor = ({ classWeights, target: before }: OutputSpec, target: Target) => {
  const { kind } = target.encoding
  const isSame = before?.column === target.column && before.source === target.source
  const keeps = (kind === 'binary' || kind === 'classes') && (classWeights === 'balanced' || isSame)
  return keeps ? classWeights : undefined
}

/**
 * Gives an output node the column it is to predict, or none. Loss and metrics that don't suit the new target give way
 * to the usual ones, class weights of other classes go, and an output that was named after its old column takes the new one's name.
 */
export const setTarget = (project: Project, nodeId: string, target: Target | undefined): Project => {
  const node = findNode(project, nodeId)
  if (!node || !isOutput(node)) return project
  const { output } = node
  if (!target) return setOutput(project, nodeId, { target: undefined, classWeights: undefined })
  // How far ahead an output looks is its own, whatever it looks at.
  const horizon = target.horizon ?? output.target?.horizon
  const isNamedAfter = output.target !== undefined && output.name === output.target.column
  return setOutput(project, nodeId, {
    target: horizon === undefined ? target : { ...target, horizon },
    ...judgedBy(output, target),
    classWeights: weightsFor(output, target),
    ...(isNamedAfter ? { name: target.column.slice(0, 200) } : {}),
  })
}

/** The Dense layer right before an output when nothing else calls or reads it: it can be changed for that output alone. */
const headOf = (project: Project, outputId: string): CallNode | null => {
  const { incoming, outgoing } = indexGraph(project)
  const from = incoming.get(outputId)?.[0]?.from
  const node = from === undefined ? undefined : findNode(project, from)
  if (from === undefined || !node || !isCall(node) || outgoing.get(from)?.length !== 1) return null
  const calls = Object.values(project.nodes).filter((other) => isCall(other) && other.layer === node.layer)
  return calls.length === 1 && layerOf(project, node)?.type === 'dense' ? node : null
}

/** Makes the Dense layer before an output fit its target: as many units as it needs, and the activation its loss asks for. */
export const fitHead = (project: Project, outputId: string): Project => {
  const node = findNode(project, outputId)
  const head = headOf(project, outputId)
  if (!node || !isOutput(node) || !node.output.target || !head) return project
  const { encoding } = node.output.target
  const units = targetUnits(encoding)
  const { activation } = targetDefaults[targetKind(encoding)]
  const sized = units === null ? project : setParam(project, head.layer, 'units', units)
  return setParam(sized, head.layer, 'activation', activation)
}
