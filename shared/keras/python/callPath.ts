import { layerDefinitions } from '../../layers/index.ts'
import { findKerasClass, findKerasFunction, findKerasOp } from '../kerasClasses.ts'
import { bareName } from '../kerasNames.ts'
import { constructLayer, constructObject, plainNames } from './construct.ts'
import { makeModel, makeSequential } from './models.ts'
import { callLayer, makeInput, makeLayer, type PythonReader } from './reader.ts'
import { type Arguments, holdsTensor, tensorsIn, type Value } from './values.ts'

/** How Keras 1 named what `merge` does. */
const mergeModes: Readonly<Record<string, string>> = {
  concat: 'Concatenate',
  sum: 'Add',
  mul: 'Multiply',
  ave: 'Average',
  max: 'Maximum',
  dot: 'Dot',
}

const input = (reader: PythonReader, { places, names }: Arguments): Value => {
  const named = places[0] && !names.has('shape') ? new Map([...names, ['shape', places[0]] as const]) : names
  const { name, ...config } = plainNames(reader, named)
  return { kind: 'tensor', tensor: makeInput(reader, config, name) }
}

/** Functions of tensors: `concatenate([a, b])`, `ops.abs(x)`, `tf.nn.relu(x)`, Keras 1's `merge`; null for any other. */
const tensorFunction = (
  reader: PythonReader,
  path: readonly string[],
  { places, names }: Arguments,
): Value | null => {
  const name = path.at(-1) ?? ''
  const [first] = places
  const lists = places.flatMap((place) => tensorsIn(place) ?? [])
  const tensors = lists.length ? lists : (tensorsIn(names.get('inputs')) ?? [])
  const isList = first?.kind === 'list'
  const { name: own, inputs: _, mode, ...config } = plainNames(reader, names)
  const argument = tensors.length === 1 && tensors[0] && !isList ? tensors[0] : tensors
  const call = (className: string, settings: typeof config) =>
    callLayer(reader, makeLayer(reader, className, settings, own), [argument])
  if (name === 'merge') {
    const className = mergeModes[typeof mode === 'string' ? mode : 'sum']
    return className ? call(className, config) : null
  }
  const op = findKerasOp(name)
  if (op) return call(op.className, config)
  const merging = findKerasFunction(name)
  if (merging) return call(merging.className, config)
  const isFunction = path.some((part) => ['activations', 'nn', 'ops', 'backend', 'K'].includes(part))
  const { options } = layerDefinitions.activation.params.activation
  const isActivation = options.some((option) => bareName(option) === bareName(name))
  return isFunction && isActivation ? call('Activation', { activation: name }) : null
}

const isClass = (name: string) => /^[A-Z]/.test(name)
/** Modules whose classes and functions say how a layer is set up. */
const settingModules = /^(initializers?|regularizers?|constraints?|optimizers?|losses|metrics|schedules)$/
const settingFunctions = /^(l1|l2|l1_l2|l1l2|max_?norm|non_?neg|unit_?norm|min_max_norm)$/i

/** Calls a name of Keras: a class makes a model, an input, a layer or a setting; a function makes tensors. */
export const callPath = (reader: PythonReader, path: readonly string[], given: Arguments): Value | null => {
  const name = path.at(-1) ?? ''
  if (name === 'Sequential') return makeSequential(reader, given)
  if (name === 'Model' || name === 'Functional') return makeModel(reader, given)
  if (name === 'Input') return input(reader, given)
  const hasTensor = [...given.places, ...given.names.values()].some(holdsTensor)
  if (hasTensor && !isClass(name)) {
    const known = tensorFunction(reader, path, given)
    if (known) return known
    const tensors = given.places.flatMap((place) => tensorsIn(place) ?? [])
    return tensors.length ? callLayer(reader, makeLayer(reader, path.join('.'), {}), [tensors]) : null
  }
  if (path.some((part) => settingModules.test(part)) || settingFunctions.test(name))
    return constructObject(name, given)
  if (name === 'merge' && !hasTensor) return null
  const isKnown = findKerasClass(name) !== undefined || name === 'InputLayer' || name === 'Lambda'
  if (isKnown || path.slice(0, -1).includes('layers'))
    return isClass(name) ? constructLayer(reader, name, given) : null
  return isClass(name) ? constructObject(name, given) : null
}
