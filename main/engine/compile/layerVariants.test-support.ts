import type { Param } from '../../../shared/layers/define.ts'
import { createRandom } from '../../../shared/prep/random.ts'

type Params = Readonly<Record<string, unknown>>

/** Values to try besides the default. */
const others = (param: Param): readonly unknown[] => {
  const within = (value: number, { min = value, max = value }: { min?: number; max?: number }) =>
    Math.min(Math.max(value, min), max)
  switch (param.kind) {
    case 'int': {
      const numbers = [1, 2, 3, 5, -1, -2].filter((value) => value === within(value, param))
      return param.optional ? [null, ...numbers] : numbers
    }
    case 'float': {
      const numbers = [0, 0.5, 1].map((value) => within(value, param))
      return param.optional ? [null, ...numbers] : numbers
    }
    case 'bool':
      return [!param.default]
    case 'choice':
      return param.options
    case 'tuple':
      return [0, 1, 2, 3]
        .map((size) => param.default.map(() => within(size, param)))
        .concat([param.default.map((_, axis) => within(axis + 1, param))])
    case 'shape':
      if (param.axes) return [[1], [2], [-2, -1], [3, 1], [2, 3, 4]]
      return [[6], [2, 3], [3, -1], [-1, 2, 1]]
    case 'regularizer':
      return [
        { type: 'l2', l2: 0.1 },
        { type: 'l1l2', l1: 0.1, l2: 0.2 },
      ]
    case 'constraint':
      return ['maxNorm', 'nonNeg', 'unitNorm', 'minMaxNorm'].map((type) => ({ type }))
    case 'layer':
      return param.options.flatMap((type) => [
        { type, params: { units: 3 } },
        { type, params: { units: 3, returnSequences: true, returnState: true } },
      ])
    case 'initializer':
      return ['zeros', 'heNormal', 'orthogonal', 'varianceScaling', 'truncatedNormal'].map((type) => ({
        type,
      }))
  }
}

/** Small sizes keep the tests quick. */
const small = (param: Param) => {
  if (param.kind === 'int' && Number(param.default) > 4) return 3
  return param.kind === 'layer' ? { ...param.default, params: { units: 3 } } : param.default
}

/** How many choices of all parameters at once there are for each layer. */
const mixtures = 8

/** Parameters of a layer: the defaults, each parameter at its other values, and some choices of all of them at random. */
export const layerVariants = (type: string, params: Readonly<Record<string, Param>>): readonly Params[] => {
  const entries = Object.entries(params)
  const defaults = Object.fromEntries(entries.map(([name, param]) => [name, small(param)]))
  const changed = entries.flatMap(([name, param]) =>
    others(param).map((value) => ({ ...defaults, [name]: value })),
  )
  const random = createRandom(1, type)
  const pick = (param: Param) => {
    const all = [small(param), ...others(param)]
    return all[random.below(all.length)]
  }
  const mixed = Array.from({ length: entries.length > 1 ? mixtures : 0 }, () =>
    Object.fromEntries(entries.map(([name, param]) => [name, pick(param)])),
  )
  const seen = new Map([defaults, ...changed, ...mixed].map((one) => [JSON.stringify(one), one]))
  return [...seen.values()]
}
