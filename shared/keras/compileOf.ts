import { snakeCase } from '../layers/kerasConfig.ts'
import { effectiveLoss } from '../losses.ts'
import type { OutputSpec, Project } from '../project.ts'
import { metricNames, type TrainingSettings } from '../training.ts'
import type { KerasCompile, KerasTensor } from './kerasGraph.ts'
import { kerasMetrics, kerasOptimizers, optimizerArguments } from './kerasTraining.ts'

interface Mark {
  readonly spec: OutputSpec
  readonly tensor: KerasTensor
}

const object = (module: string, className: string, config: Readonly<Record<string, unknown>>) => ({
  module,
  class_name: className,
  config,
  registered_name: null,
})

/** The rate, or the schedule that changes it. */
const rateOf = ({ optimizer, schedule }: TrainingSettings): unknown => {
  const initial = { initial_learning_rate: optimizer.learningRate }
  const module = 'keras.optimizers.schedules'
  switch (schedule.type) {
    case 'constant':
      return optimizer.learningRate
    case 'inverseTime':
      return object(module, 'InverseTimeDecay', { ...initial, decay_steps: 1, decay_rate: schedule.decay })
    case 'exponential':
      return object(module, 'ExponentialDecay', {
        ...initial,
        decay_steps: schedule.decaySteps,
        decay_rate: schedule.decayRate,
      })
  }
}

const optimizerOf = (training: TrainingSettings) => {
  const { optimizer } = training
  const settings = Object.entries(optimizerArguments).flatMap(([key, argument]) => {
    const value = optimizer[key]
    return value === undefined ? [] : [[argument, value] as const]
  })
  return object('keras.optimizers', kerasOptimizers[optimizer.type].className, {
    learning_rate: rateOf(training),
    ...Object.fromEntries(settings),
  })
}

const metricsOf = ({ metrics = [] }: OutputSpec): readonly unknown[] =>
  metrics.flatMap((name) => {
    const known = metricNames.find((metric) => metric === name)
    if (!known) return []
    const metric = kerasMetrics[known]
    return [typeof metric === 'string' ? metric : object('keras.metrics', metric.className, metric.config)]
  })

/** One value for one output; for several an object by their names, or a list where two have the same. */
const byOutput = (marks: readonly Mark[], of: (spec: OutputSpec) => unknown): unknown => {
  const values = marks.map(({ spec }) => of(spec))
  if (values.every((value) => value === undefined)) return undefined
  if (marks.length === 1) return values[0]
  const names = marks.map(({ tensor }) => tensor.call.layer.name)
  if (new Set(names).size < names.length) return values.map((value) => value ?? null)
  return Object.fromEntries(
    names.flatMap((name, index) => (values[index] === undefined ? [] : [[name, values[index]]])),
  )
}

/** What `compile` is to be told of a document; null while no output has a loss. */
export const compileOf = ({ training }: Project, marks: readonly Mark[]): KerasCompile | null => {
  const loss = byOutput(marks, (spec) => {
    const name = effectiveLoss(spec)
    return name === null ? undefined : snakeCase(name)
  })
  if (loss === undefined) return null
  const weights = byOutput(marks, ({ lossWeight }) =>
    marks.length === 1 && lossWeight === 1 ? undefined : lossWeight,
  )
  const metrics = byOutput(marks, (spec) => {
    const list = metricsOf(spec)
    return list.length ? list : undefined
  })
  return {
    optimizer: optimizerOf(training),
    loss,
    ...(weights === undefined ? {} : { loss_weights: weights }),
    ...(metrics === undefined ? {} : { metrics }),
  }
}
