import { dispose, reshape, type Scalar, type Tensor, tensor, type Variable } from '@tensorflow/tfjs-core'
import type { LayersModel } from '@tensorflow/tfjs-layers'
import { withoutBypassed } from '../../../shared/bypass.ts'
import { findNode } from '../../../shared/graph.ts'
import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { KerasLayer } from '../../../shared/layers/define.ts'
import { losses } from '../../../shared/losses.ts'
import { modelNames } from '../../../shared/names.ts'
import { isCall, type Project } from '../../../shared/project.ts'
import type { LossName } from '../../../shared/training.ts'
import { followKerasInTraining } from '../layers/followKerasInTraining.ts'
import { buildModel } from './buildModel.ts'
import { disposeModel } from './disposeModel.ts'
import { createExecute, type Execute } from './execute.ts'
import { initialValues } from './initialValues.ts'
import { createRegularisation } from './regularisation.ts'
import { kerasShape } from './tfjsConfig.ts'
import { lowerGraph, resolveCall, type Topology } from './topology.ts'

/** A function that the model leaves to the loss, which is exact where it saturates: its outputs are logits. */
export type Head = 'sigmoid' | 'softmax' | null

/** One weight of the model; `name` is `layer/weight`, the same in every process. */
export interface Weight {
  readonly name: string
  readonly shape: readonly number[]
  readonly trainable: boolean
  readonly variable: Variable
  /** Brings values back to where they are allowed, after each step; null where all are. */
  readonly constraint: ((values: Tensor) => Tensor) | null
}

/** A model that can be run. Inputs and outputs are in the order of `modelNames`; an output with a head gives logits. */
export interface RunnableModel {
  readonly execute: Execute
  readonly heads: readonly Head[]
}

/** A graph that can be trained. */
export interface CompiledModel extends RunnableModel {
  /** What the layers add to the loss, now. */
  readonly regularisation: () => Scalar[]
  readonly weights: readonly Weight[]
  /** Of the model as the document has it, to be saved. */
  readonly topology: Topology
  readonly dispose: () => void
}

/** The head of an output and the layer it is taken off, if its loss wants one that this layer ends with. */
const headOf = (project: Project, outputId: string, loss: LossName) => {
  const edge = project.edges.find(({ to }) => to === outputId)
  const node = edge && findNode(project, edge.from)
  if (!node || !isCall(node) || edge.out !== 'output') return null
  const { definition, values } = resolveCall(project, node)
  const ending = definition.outputActivation?.(values)
  // What Keras lacks is several layers, none of which is known to be the one that ends it.
  if (definition.lower) return null
  const isWanted = losses[loss].activations?.some((name) => name === ending)
  const isOwn = definition.keras(values).config.activation === ending
  if (!isWanted || !isOwn || (ending !== 'sigmoid' && ending !== 'softmax')) return null
  return { layer: node.layer, head: ending } as const
}

const setWeights = (weights: readonly Weight[], valuesOf: (weight: Weight) => Float32Array) => {
  for (const weight of weights) {
    const values: Tensor = tensor(valuesOf(weight), [...weight.shape])
    weight.variable.assign(values)
    dispose(values)
  }
}

/** A constraint counts axes in the shape that Keras gives the weight. */
const constraintOf = (weight: object, shape: readonly number[] | undefined): Weight['constraint'] => {
  const { constraint } = weight as { constraint?: { apply: (values: Tensor) => Tensor } | null }
  if (!constraint) return null
  return shape
    ? (values) => reshape(constraint.apply(reshape(values, [...shape])), values.shape)
    : (values) => constraint.apply(values)
}

/** Weights of a tfjs model under their stable names, trainable ones first within each layer as Keras orders them. */
const weightsOf = (model: LayersModel, layerOf: (weight: string) => KerasLayer): Weight[] =>
  model.layers.flatMap((layer) =>
    layer.weights.map((weight) => ({
      name: weight.originalName,
      shape: weight.shape.map((axis) => axis ?? 0),
      trainable: weight.trainable,
      variable: weight.read() as Variable,
      constraint: constraintOf(weight, kerasShape(layerOf(weight.originalName).config, weight.originalName)),
    })),
  )

/**
 * Builds the tfjs functional model of a project whose graph has no problems, with initial weights from the seed.
 * `lossNames` holds each output's loss, in the order of the model's outputs.
 */
export const compile = async (
  document: Project,
  analysis: GraphAnalysis,
  lossNames: readonly LossName[],
  seed: number,
): Promise<CompiledModel> => {
  const project = withoutBypassed(document)
  const ids = [...modelNames(project).outputs.keys()]
  const found = lossNames.map((loss, index) => headOf(project, ids[index] ?? '', loss))
  const split = new Map(found.flatMap((one, index) => (one ? [[ids[index] ?? '', one.layer] as const] : [])))
  const { topology, weighted } = lowerGraph(project, analysis, split)
  const model = await buildModel(topology)
  followKerasInTraining(model)
  const layerOf = (weight: string) => {
    const keras = weighted.get(weight.slice(0, weight.indexOf('/')))
    if (!keras) throw new Error(`No layer of the document has the weight ${weight}.`)
    return keras
  }
  const weights = weightsOf(model, layerOf)
  setWeights(weights, ({ name, shape }) => initialValues(layerOf(name), name, shape, seed))
  return {
    execute: createExecute(model, topology),
    regularisation: createRegularisation(weights, layerOf),
    heads: found.map((one) => one?.head ?? null),
    weights,
    topology: split.size ? lowerGraph(project, analysis).topology : topology,
    dispose: () => disposeModel(model),
  }
}
