import { dispose, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core'
import { inferGraph } from '../../../shared/infer.ts'
import { createRandom, type Random } from '../../../shared/prep/random.ts'
import { type Project, isInput, isOutput } from '../../../shared/project.ts'
import { createLoss } from '../train/losses.ts'
import { createOptimizer } from '../train/optimizer.ts'
import { trainStep } from '../train/trainStep.ts'
import { createUpdater } from '../train/updateWeights.ts'
import { compile, type CompiledModel } from './compile.ts'
import { idLimits } from './idLimits.ts'

const batch = 3
/** What an axis of unknown size is when the case runs. */
const openAxis = 8

const sizeOf = (shape: readonly number[]) => shape.reduce((size, axis) => size * axis, 1)

/** Quarters around zero: negative, zero and equal values are all among them. */
export const quarters = (size: number, random: Random) =>
  Float32Array.from({ length: size }, () => Math.round(4 * random.normal()) / 4)

/** Inputs of a case for one batch, ids within the limits of its embeddings. */
const inputsOf = (project: Project, limits: readonly (number | null)[], random: Random): Tensor[] =>
  Object.values(project.nodes)
    .filter(isInput)
    .map(({ input: { shape, dtype } }, index) => {
      const full = [batch, ...shape.map((axis) => axis ?? openAxis)]
      const ids = () => Int32Array.from({ length: sizeOf(full) }, () => random.below(limits[index] ?? 3))
      const isId = dtype === 'int32' || limits[index] !== null
      return tensor(isId ? ids() : quarters(sizeOf(full), random), full, dtype)
    })

/**
 * Biases of 0 would put every unit onto its kink at once on an input of 0, where no slope of the sum is the right one, and
 * a constraint on their norm would make numbers of what rounding left.
 */
const fillZeros = ({ weights }: CompiledModel) => {
  const random = createRandom(13, 'biases')
  for (const { variable, trainable } of weights) {
    if (!trainable) continue
    const values = variable.dataSync().map((value) => (value === 0 ? random.uniform() - 0.5 : value))
    tidy(() => variable.assign(tensor(values, variable.shape)))
  }
}

/** Compiles a case with seeded weights; dropout draws from a generator that starts anew here. */
export const compileCase = async (project: Project) => {
  const analysis = inferGraph(project)
  const outputs = Object.values(project.nodes).filter(isOutput)
  Math.random = createRandom(5, 'operations').uniform
  const compiled = await compile(
    project,
    analysis,
    outputs.map(() => 'meanSquaredError' as const),
    7,
  )
  fillZeros(compiled)
  return { compiled, inputs: inputsOf(project, idLimits(compiled.topology), createRandom(3, 'inputs')) }
}

/** Shapes of the outputs without the batch, losses of two steps of SGD, and the first weights' values after them. */
export const trainTwoSteps = async (project: Project) => {
  const original = Math.random
  const { compiled, inputs } = await compileCase(project)
  try {
    const shapes = tidy(() => compiled.execute(inputs, false).map(({ shape }) => shape)) as number[][]
    const random = createRandom(9, 'targets')
    const targets = shapes.map((shape) => tensor(quarters(sizeOf(shape), random), shape))
    const losses = shapes.map(() => ({ loss: createLoss('meanSquaredError', null), weight: 1 }))
    const update = createUpdater(compiled.weights, createOptimizer({ type: 'sgd', learningRate: 0.05 }))
    const results = [0, 1].map(() =>
      trainStep(compiled, inputs, targets, losses, (gradients) => update(gradients, 0.05), false),
    )
    const weights = compiled.weights.map(({ variable }) => [...variable.dataSync()])
    dispose([...inputs, ...targets])
    return {
      shapes: shapes.map((shape) => shape.slice(1)),
      losses: results.flatMap((one) => one.losses),
      weights,
    }
  } finally {
    compiled.dispose()
    Math.random = original
  }
}
