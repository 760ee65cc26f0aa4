import type {
  InputsByPort,
  KerasLayer,
  LayerDefinition,
  LoweredLayer,
  TensorSpec,
} from '../../../shared/layers/define.ts'
import type { ParamValues } from '../../../shared/layers/values.ts'
import type { FollowedRef, FollowedStep } from './follow/followed.ts'
import { followKeras } from './followKeras.ts'
import { outputSpecs } from './outputSpecs.ts'

/** A call of a catalogue entry as a graph of tfjs layers. Its inputs are counted port after port, in the catalogue's order. */
export interface FollowedCall {
  readonly steps: readonly FollowedStep[]
  /** By output port. */
  readonly outputs: Readonly<Record<string, FollowedRef>>
  /** The main output before its activation, when that was split off. */
  readonly before?: FollowedRef
}

/** The entry as Keras layers: what it lowers to, or the one it is, with its activation behind it when that is to be split off. */
const kerasLayers = (
  definition: LayerDefinition,
  inputs: InputsByPort,
  values: ParamValues,
  isSplit: boolean,
): LoweredLayer => {
  if (definition.lower) return definition.lower(inputs, values)
  const layer = definition.keras(values)
  const from = definition.inputs.flatMap(({ name: port }) =>
    (inputs[port] ?? []).map((_, edge) => ({ port, edge })),
  )
  const outputs = definition
    .outputs(values)
    .map(({ name }, output) => [name, { step: 'main', output }] as const)
  if (!isSplit) return { steps: [{ name: 'main', layer, from }], outputs: Object.fromEntries(outputs) }
  const { activation } = layer.config
  const linear = { ...layer, config: { ...layer.config, activation: 'linear' } }
  const last = { className: 'Activation', config: { activation } }
  return {
    steps: [
      { name: 'main', layer: linear, from },
      { name: 'activation', layer: last, from: [{ step: 'main' }] },
    ],
    outputs: { output: { step: 'activation' } },
  }
}

interface Found {
  readonly ref: FollowedRef
  /** Asked for only where it is needed: tfjs makes a layer to know it. */
  readonly spec: () => TensorSpec
}

/** Adds the steps that one Keras layer becomes, and gives its outputs by number. */
const addKeras = (
  steps: FollowedStep[],
  name: string,
  layer: KerasLayer,
  entering: readonly Found[],
): ((output: number) => Found) => {
  const followed = followKeras(
    layer,
    entering.map(({ spec }) => spec()),
  )
  const results = new Map<string, (output: number) => Found>()
  const find = (ref: FollowedRef): Found => {
    const found = 'input' in ref ? entering[ref.input] : results.get(ref.step)?.(ref.output ?? 0)
    if (!found) throw new Error(`${layer.className} has no ${JSON.stringify(ref)}.`)
    return found
  }
  for (const step of followed.steps) {
    const from = step.from.map(find)
    const masked = step.masked && {
      layer: step.masked.layer,
      from: step.masked.from.map((ref) => find(ref).ref),
    }
    const own = `${name}/${step.name}`
    const spec = (output: number) =>
      outputSpecs(
        step.layer,
        from.map((one) => one.spec()),
      )[output] as TensorSpec
    results.set(step.name, (output) => ({ ref: { step: own, output }, spec: () => spec(output) }))
    steps.push({
      name: own,
      layer: step.layer,
      from: from.map(({ ref }) => ref),
      ...(masked && { masked }),
    })
  }
  const last = followed.steps.at(-1)?.name ?? ''
  return (output) => find(followed.outputs?.[output] ?? { step: last, output })
}

/** The tfjs layers of a call; `isSplit` puts the layer's activation into a step of its own. */
export const followCall = (
  definition: LayerDefinition,
  inputs: InputsByPort,
  values: ParamValues,
  isSplit: boolean,
): FollowedCall => {
  const entering = definition.inputs.flatMap(({ name: port }) =>
    (inputs[port] ?? []).map((spec, edge) => ({ port, edge, spec })),
  )
  const lowered = kerasLayers(definition, inputs, values, isSplit)
  const steps: FollowedStep[] = []
  const results = new Map<string, (output: number) => Found>()
  const find = (ref: LoweredLayer['outputs'][string]): Found => {
    const found =
      'port' in ref
        ? entering.findIndex(({ port, edge }) => port === ref.port && edge === (ref.edge ?? 0))
        : results.get(ref.step)?.(ref.output ?? 0)
    if (found === undefined || found === -1)
      throw new Error(`${definition.type} has no ${JSON.stringify(ref)}.`)
    if (typeof found === 'object') return found
    return { ref: { input: found }, spec: () => entering[found]?.spec as TensorSpec }
  }
  for (const { name, layer, from } of lowered.steps)
    results.set(name, addKeras(steps, name, layer, from.map(find)))
  const outputs = Object.entries(lowered.outputs).map(([port, ref]) => [port, find(ref).ref] as const)
  return {
    steps,
    outputs: Object.fromEntries(outputs),
    ...(isSplit && { before: find({ step: 'main' }).ref }),
  }
}
