import { epsilonParam, scaleAndShiftParams } from './choices.ts'
import { defineLayer, oneInput, oneOutput, type Problem } from './define.ts'
import {
  floatProblem,
  knownSize,
  openAxesProblem,
  rankProblem,
  tensorAt,
  unknownAxisProblem,
} from './shapes.ts'

/** −1 stands for one channel a group. */
const groupsProblem = (channels: number, groups: number): Problem | null =>
  groups === -1 || (groups > 0 && channels % groups === 0)
    ? null
    : { code: 'groupsMismatch', values: { groups, channels } }

/** Brings groups of channels of each row to mean 0 and variance 1, then scales by gamma and shifts by beta. */
export const groupNormalization = defineLayer({
  type: 'groupNormalization',
  category: 'regularise',
  title: 'GroupNormalization',
  help: {
    en: 'Normalises groups of channels within each row: like batch normalisation, but good for small batches too.',
    ko: '행마다 채널을 그룹으로 나누어 정규화합니다. 배치가 작아도 잘 작동하는 정규화입니다.',
  },
  formula: String.raw`y = \gamma \, \frac{x - \mu_g}{\sqrt{\sigma_g^2 + \epsilon}} + \beta`,
  source: 'https://arxiv.org/abs/1803.08494',
  inputs: oneInput,
  outputs: () => oneOutput,
  params: {
    groups: {
      kind: 'int',
      default: 32,
      min: -1,
      max: 65_536,
      label: { en: 'Groups', ko: '그룹 수' },
      help: {
        en: 'Number of groups; it must divide the channels. −1: every channel by itself.',
        ko: '그룹의 수이며 채널 수를 나누어떨어지게 해야 합니다. −1이면 채널마다 따로 정규화합니다.',
      },
    },
    epsilon: epsilonParam,
    ...scaleAndShiftParams,
  },
  card: ['groups'],
  infer(inputs, { groups }) {
    const spec = tensorAt(inputs)
    const problem =
      floatProblem(spec) ??
      (spec.shape.length === 0 ? rankProblem(spec, 1) : unknownAxisProblem(spec)) ??
      groupsProblem(spec.shape.at(-1) ?? 1, groups) ??
      openAxesProblem(spec)
    return problem ? { problem } : { outputs: { output: spec } }
  },
  weights(inputs, { center, scale }) {
    const shape = [tensorAt(inputs).shape.at(-1) ?? 1]
    return [
      ...(scale ? [{ name: 'gamma', shape, trainable: true }] : []),
      ...(center ? [{ name: 'beta', shape, trainable: true }] : []),
    ]
  },
  flops: (inputs) => 8 * knownSize(tensorAt(inputs).shape),
  keras: { className: 'GroupNormalization', fixed: { axis: -1 } },
})
