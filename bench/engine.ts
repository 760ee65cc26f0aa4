// npm run bench:engine: how long a training step takes on the WASM engine, and how long it would without our loop.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { dispose, tensor, tidy, variableGrads } from '@tensorflow/tfjs-core'
import { wasmBackend } from '../main/engine/backends/wasm.ts'
import { compile } from '../main/engine/compile/compile.ts'
import { createLoss } from '../main/engine/train/losses.ts'
import { createOptimizer } from '../main/engine/train/optimizer.ts'
import { totalLoss, trainStep } from '../main/engine/train/trainStep.ts'
import { createUpdater } from '../main/engine/train/updateWeights.ts'
import { inferGraph } from '../shared/infer.ts'
import { createRandom } from '../shared/prep/random.ts'
import { isInput, isOutput, type Project, projectSchema } from '../shared/project.ts'
import type { LossName } from '../shared/training.ts'

const dist = path.dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))
const place = { x: 0, y: 0 }

interface Model {
  readonly inputs: Readonly<Record<string, { shape: number[]; dtype?: 'int32' }>>
  /** Name, type, parameters, what feeds it. */
  readonly layers: readonly (readonly [string, string, object, readonly string[]])[]
  readonly outputs: Readonly<Record<string, LossName>>
  readonly batch: number
  /** Ids of int32 inputs are below this. */
  readonly ids?: number
}
const dense = (name: string, units: number, activation: string, from: string[]) =>
  [name, 'dense', { units, activation }, from] as const

const models: Readonly<Record<string, Model>> = {
  'tabular 13-64-64-1, batch 32': {
    inputs: { x: { shape: [13] } },
    layers: [dense('a', 64, 'relu', ['x']), dense('b', 64, 'relu', ['a']), dense('y', 1, 'linear', ['b'])],
    outputs: { y: 'meanSquaredError' },
    batch: 32,
  },
  'MLP 784-512-512-10, batch 128': {
    inputs: { x: { shape: [784] } },
    layers: [
      dense('a', 512, 'relu', ['x']),
      dense('b', 512, 'relu', ['a']),
      dense('y', 10, 'softmax', ['b']),
    ],
    outputs: { y: 'categoricalCrossentropy' },
    batch: 128,
  },
  'CNN 28x28 c32-pool-c64-pool-10, batch 128': {
    inputs: { x: { shape: [28, 28, 1] } },
    layers: [
      ['c1', 'conv2d', { filters: 32, activation: 'relu' }, ['x']],
      ['p1', 'maxPooling2d', {}, ['c1']],
      ['c2', 'conv2d', { filters: 64, activation: 'relu' }, ['p1']],
      ['p2', 'maxPooling2d', {}, ['c2']],
      ['flat', 'flatten', {}, ['p2']],
      dense('y', 10, 'softmax', ['flat']),
    ],
    outputs: { y: 'categoricalCrossentropy' },
    batch: 128,
  },
  'headline, 5,200,610 parameters, batch 32': {
    inputs: { words: { shape: [100], dtype: 'int32' }, extra: { shape: [5] } },
    layers: [
      ['embed', 'embedding', { inputDim: 10_000, outputDim: 512 }, ['words']],
      ['lstm', 'lstm', { units: 32 }, ['embed']],
      dense('auxiliary', 1, 'sigmoid', ['lstm']),
      ['join', 'concatenate', {}, ['lstm', 'extra']],
      dense('a', 64, 'relu', ['join']),
      dense('b', 64, 'relu', ['a']),
      dense('c', 64, 'relu', ['b']),
      dense('main', 1, 'sigmoid', ['c']),
    ],
    outputs: { auxiliary: 'binaryCrossentropy', main: 'binaryCrossentropy' },
    batch: 32,
    ids: 10_000,
  },
}

const projectOf = ({ inputs, layers, outputs }: Model): Project =>
  projectSchema.parse({
    format: 1,
    id: 'bench',
    name: 'bench',
    layers: Object.fromEntries(layers.map(([name, type, params]) => [name, { type, name, params }])),
    nodes: {
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, input]) => [name, { input: { name, ...input }, ...place }]),
      ),
      ...Object.fromEntries(layers.map(([name]) => [name, { layer: name, ...place }])),
      ...Object.fromEntries(
        Object.entries(outputs).map(([name, loss]) => [`${name}!`, { output: { loss }, ...place }]),
      ),
    },
    edges: [
      ...layers.flatMap(([name, , , from]) =>
        from.map((one) => ({ from: one, out: 'output', to: name, in: 'input' })),
      ),
      ...Object.keys(outputs).map((name) => ({ from: name, out: 'output', to: `${name}!`, in: 'input' })),
    ],
  })

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
const time = (run: () => void) => {
  for (let index = 0; index < 5; index++) run()
  const times: number[] = []
  for (const end = performance.now() + 2500; performance.now() < end || times.length < 5; ) {
    const start = performance.now()
    run()
    times.push(performance.now() - start)
  }
  return median(times)
}

const setUp = async (model: Model) => {
  const project = projectOf(model)
  const names = Object.values(model.outputs)
  const compiled = await compile(project, inferGraph(project), names, 1)
  const random = createRandom(1, 'bench')
  const nodes = Object.values(project.nodes)
  const inputs = nodes.filter(isInput).map(({ input: { shape, dtype } }) => {
    const full = [model.batch, ...shape.map((axis) => axis ?? 1)]
    const size = full.reduce((product, axis) => product * axis, 1)
    const next = dtype === 'int32' ? () => random.below(model.ids ?? 1) : random.normal
    return tensor(Array.from({ length: size }, next), full, dtype)
  })
  const shapes = tidy(() => compiled.execute(inputs, false).map(({ shape }) => shape))
  const targets = shapes.map(([rows = 1, width = 1]) =>
    tensor(
      Array.from({ length: rows * width }, (_, at) => Number(at % width === 0)),
      [rows, width],
    ),
  )
  const losses = names.map((name, index) => ({
    loss: createLoss(name, compiled.heads[index] ?? null),
    weight: 1,
  }))
  return { compiled, inputs, targets, losses, outputs: nodes.filter(isOutput).length }
}

await wasmBackend.load({ wasmBytes: (file) => readFile(path.join(dist, file)) })
for (const [name, model] of Object.entries(models)) {
  const { compiled, inputs, targets, losses } = await setUp(model)
  const update = createUpdater(compiled.weights, createOptimizer({ type: 'adam', learningRate: 0.001 }))
  const variables = compiled.weights.map(({ variable }) => variable)
  const step = time(() =>
    trainStep(compiled, inputs, targets, losses, (gradients) => update(gradients, 0.001), false),
  )
  const gradients = time(() =>
    tidy(
      () =>
        void variableGrads(
          () => totalLoss(compiled.execute(inputs, true), targets, losses, []).total,
          variables,
        ),
    ),
  )
  const forward = time(() => tidy(() => void compiled.execute(inputs, false)))
  const figures = { step, gradients, forward }
  const shown = Object.entries(figures).map(([key, value]) => `${key} ${value.toFixed(3)} ms`)
  process.stdout.write(`${name}: ${shown.join(', ')}, ${Math.round((1000 * model.batch) / step)} samples/s\n`)
  dispose([...inputs, ...targets])
  compiled.dispose()
}
