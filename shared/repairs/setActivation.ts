import { setOutput, setParam } from '../edits/setValues.ts'
import { findNode, layerOf } from '../graph.ts'
import { findLayer } from '../layers/index.ts'
import { asLossName, effectiveLoss, losses, targetDefaults, targetKind } from '../losses.ts'
import { isCall, isOutput, type OutputSpec } from '../project.ts'
import { lossNames } from '../training.ts'
import { headWith } from './headOf.ts'
import type { Case, Repair, RepairRule } from './repair.ts'

/** The layer that decides an output's last activation, and what it can be. */
const headOf = ({ project, index, id }: Case) => {
  const head = id === null ? null : headWith(project, index, id, 'activation')
  const call = head === null ? undefined : findNode(project, head)
  const type = call && layerOf(project, call)?.type
  const param = findLayer(type ?? '')?.params['activation']
  return call && isCall(call) && param?.kind === 'choice'
    ? { layer: call.layer, options: param.options }
    : null
}

const wanted = (output: OutputSpec): readonly string[] => {
  const usual = output.target && targetDefaults[targetKind(output.target.encoding)].activation
  const loss = asLossName(effectiveLoss(output) ?? '')
  const allowed = loss ? losses[loss].activations : undefined
  return allowed ?? (usual === undefined ? [] : [usual])
}

/** The last activation that the loss and the target ask for: softmax for classes, sigmoid for yes or no, linear for numbers. */
export const setActivation: RepairRule = {
  codes: ['activationContradictsLoss', 'activationContradictsTarget'],
  suggest: (at) => {
    const { node } = at
    const head = headOf(at)
    if (!node || !isOutput(node) || !head) return []
    return wanted(node.output)
      .filter((activation) => head.options.includes(activation))
      .map((activation) => ({
        code: 'setActivation',
        values: { activation },
        isPlain: true,
        apply: (project) => setParam(project, head.layer, 'activation', activation),
      }))
  },
}

const setLossRepair = (id: string, loss: (typeof lossNames)[number], isPlain: boolean): Repair => ({
  code: 'setLoss',
  values: { loss },
  isPlain,
  apply: (project) => setOutput(project, id, { loss }),
})

/** A loss that fits the target and what arrives; with the activation it asks for where that has to change too. */
export const setLoss: RepairRule = {
  codes: ['lossContradictsTarget', 'lossNeedsShape', 'activationContradictsLoss', 'valueInvalid'],
  suggest: (at) => {
    const { node, id, problem } = at
    if (id === null || !node || !isOutput(node)) return []
    if (problem.code === 'valueInvalid' && problem.values?.['param'] !== 'loss') return []
    const { target } = node.output
    const kind = target && targetKind(target.encoding)
    const usual = kind && targetDefaults[kind].loss
    const fitting = lossNames.filter((loss) => !kind || losses[loss].targets.includes(kind))
    const ordered = usual ? [usual, ...fitting.filter((loss) => loss !== usual)] : fitting
    const head = headOf(at)
    return ordered.flatMap((loss) => {
      const simple = setLossRepair(id, loss, loss === usual && problem.code !== 'activationContradictsLoss')
      const activation = losses[loss].activations?.[0]
      if (activation === undefined || !head?.options.includes(activation)) return [simple]
      const both: Repair = {
        code: 'setLossAndActivation',
        values: { loss, activation },
        apply: (project) => setParam(setOutput(project, id, { loss }), head.layer, 'activation', activation),
      }
      return [simple, both]
    })
  },
}
