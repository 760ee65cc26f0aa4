import { lossNames, metricNames, optimizerSchema, type TrainingSettings } from '../training.ts'
import type { OutputSpec } from '../project.ts'
import type { KerasCompile } from './kerasGraph.ts'
import { bareName, isRecord } from './kerasNames.ts'
import { kerasMetrics, kerasOptimizers, optimizerArguments } from './kerasTraining.ts'
import { shortNumber } from './namedFromKeras.ts'
import { type Finding, shown } from './reading.ts'

type Config = Readonly<Record<string, unknown>>
/** Tells of a setting that a document can't keep. */
type Refuse = (setting: string, found: unknown) => void

const nameOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  if (!isRecord(value)) return null
  const { class_name: className, config } = value
  return typeof className === 'string' ? (className === 'function' ? nameOf(config) : className) : null
}
const configOf = (value: unknown): Config =>
  isRecord(value) && isRecord(value['config']) ? value['config'] : {}

const lossSpellings: Readonly<Record<string, string>> = { mse: 'meansquarederror', mae: 'meanabsoluteerror' }
const lossOf = (value: unknown, refuse: Refuse): OutputSpec['loss'] => {
  const name = nameOf(value)
  if (value === null || value === undefined) return undefined
  const bare = bareName(name ?? '')
  const loss = lossNames.find((known) => bareName(known) === (lossSpellings[bare] ?? bare))
  if (!loss) refuse('loss', name ?? value)
  if (configOf(value)['from_logits'] === true) refuse('from_logits', true)
  return loss
}

const metricSpellings: Readonly<Record<string, string>> = {
  acc: 'accuracy',
  binaryaccuracy: 'accuracy',
  categoricalaccuracy: 'accuracy',
  sparsecategoricalaccuracy: 'accuracy',
  meanabsoluteerror: 'mae',
  ...Object.fromEntries(
    metricNames.flatMap((name) => {
      const metric = kerasMetrics[name]
      return typeof metric === 'string' ? [] : [[bareName(metric.className), name]]
    }),
  ),
}
const metricsOf = (value: unknown, refuse: Refuse): OutputSpec['metrics'] => {
  const list = Array.isArray(value) ? value.flat() : value === null || value === undefined ? [] : [value]
  const metrics = list.flatMap((item: unknown) => {
    const bare = bareName(nameOf(item) ?? '')
    const found = metricNames.find((name) => bareName(name) === (metricSpellings[bare] ?? bare))
    if (!found) refuse('metrics', nameOf(item) ?? item)
    return found ?? []
  })
  return metrics.length ? [...new Set(metrics)] : undefined
}

/** What one output gets of a setting that is one value, a list by place, or an object by name. */
const share = (value: unknown, index: number, names: readonly string[]): unknown => {
  if (Array.isArray(value) && names.length > 1) return value[index]
  if (!isRecord(value) || 'class_name' in value) return Array.isArray(value) ? value[0] : value
  const name = names.find((candidate) => Object.hasOwn(value, candidate))
  return name === undefined ? undefined : value[name]
}
/** Metrics of several outputs are a list of lists, or one list for them all. */
const metricShare = (value: unknown, index: number, count: number, names: readonly string[]): unknown => {
  if (isRecord(value) && !('class_name' in value)) return share(value, index, names)
  const isNested = count > 1 && Array.isArray(value) && value.some(Array.isArray)
  return isNested ? (value as readonly unknown[])[index] : value
}

/** Loss, weight and metrics of each output; `names` are those it answers to. */
export const outputsFromKeras = (
  { loss, loss_weights: weights, metrics }: KerasCompile,
  names: readonly (readonly string[])[],
  refuse: Refuse,
): readonly OutputSpec[] =>
  names.map((own, index) => {
    const lone = names.length > 1
    const of = (value: unknown) =>
      Array.isArray(value) ? (lone ? value[index] : value[0]) : share(value, index, own)
    const weight = of(weights)
    return {
      ...defined('loss', lossOf(of(loss), refuse)),
      ...(typeof weight === 'number' && weight >= 0 ? { lossWeight: weight } : {}),
      ...defined('metrics', metricsOf(metricShare(metrics, index, names.length, own), refuse)),
    }
  })

const defined = <K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [key in K]: V })

type Schedule = TrainingSettings['schedule']
/** The rate at the start, and how it changes; `decay` is what older versions called inverse time. */
const rateOf = (
  value: unknown,
  decay: unknown,
  refuse: Refuse,
): { rate: number | null; schedule: Schedule } => {
  if (typeof value === 'number')
    return {
      rate: shortNumber(value),
      schedule:
        typeof decay === 'number' && decay > 0
          ? { type: 'inverseTime', decay: shortNumber(decay) }
          : { type: 'constant' },
    }
  const constant: Schedule = { type: 'constant' }
  const {
    initial_learning_rate: initial,
    decay_rate: decayRate,
    decay_steps: steps,
    staircase,
  } = configOf(value)
  const rate = typeof initial === 'number' ? initial : null
  if (typeof decayRate === 'number' && typeof steps === 'number' && steps > 0 && !staircase) {
    const name = nameOf(value)
    if (name === 'InverseTimeDecay')
      return { rate, schedule: { type: 'inverseTime', decay: decayRate / steps } }
    if (name === 'ExponentialDecay' && decayRate > 0)
      return { rate, schedule: { type: 'exponential', decayRate, decaySteps: Math.round(steps) } }
  }
  if (value !== undefined && value !== null) refuse('learning_rate', nameOf(value) ?? value)
  return { rate, schedule: constant }
}

/** Settings of Keras' optimizers that change nothing as they are by default, or nothing of the result at all. */
const harmless: readonly string[] = [
  'name',
  'jit_compile',
  'is_legacy_optimizer',
  'ema_momentum',
  'ema_overwrite_frequency',
  'initial_accumulator_value',
]

/** Says which settings of an optimizer are lost; those that are off need no word. */
const refuseOthers = (config: Readonly<Record<string, unknown>>, refuse: Refuse) => {
  const known: readonly string[] = [...Object.values(optimizerArguments), ...harmless]
  for (const [setting, value] of Object.entries(config))
    if (value && !known.includes(setting)) refuse(setting, value)
}

/** Optimizer and schedule of a document, as far as it has them. */
export const optimizerFromKeras = (
  optimizer: unknown,
  refuse: Refuse,
): Partial<Pick<TrainingSettings, 'optimizer' | 'schedule'>> => {
  if (optimizer === undefined || optimizer === null) return {}
  const name = nameOf(optimizer)
  const types = Object.keys(kerasOptimizers) as (keyof typeof kerasOptimizers)[]
  const type = types.find((known) => bareName(kerasOptimizers[known].className) === bareName(name ?? ''))
  if (!type) {
    refuse('optimizer', name ?? optimizer)
    return {}
  }
  const { lr, learning_rate: given = lr, decay, ...config } = configOf(optimizer)
  refuseOthers(config, refuse)
  const { rate, schedule } = rateOf(given ?? kerasOptimizers[type].learningRate, decay, refuse)
  const settings = Object.entries(optimizerArguments).flatMap(([key, argument]) => {
    const value = config[argument]
    if (value === undefined || value === null) return []
    return [[key, typeof value === 'number' ? shortNumber(value) : value] as const]
  })
  const read = optimizerSchema.safeParse({
    type,
    learningRate: rate ?? kerasOptimizers[type].learningRate,
    ...Object.fromEntries(settings),
  })
  if (read.success) return { optimizer: read.data, schedule }
  refuse('optimizer', shown(configOf(optimizer)))
  return {}
}

/** Collects settings that were left out, each once. */
export const createRefusals = (findings: Finding[]): Refuse => {
  const seen = new Set<string>()
  return (setting, found) => {
    const key = `${setting}=${shown(found)}`
    if (seen.has(key)) return
    seen.add(key)
    findings.push({
      line: null,
      problem: { code: 'codeSettingIgnored', values: { setting, found: shown(found) } },
    })
  }
}
