import { snakeCase } from '../../layers/kerasConfig.ts'
import { findKerasClass } from '../kerasClasses.ts'
import { bareName } from '../kerasNames.ts'
import { find, makeLayer, type PythonReader } from './reader.ts'
import { type Arguments, plainOf, type Value } from './values.ts'

/** Keyword arguments as data; what can't be known without running the program is said and left out. */
export const plainNames = (
  reader: PythonReader,
  names: ReadonlyMap<string, Value>,
): Record<string, unknown> => {
  const config: Record<string, unknown> = {}
  for (const [name, value] of names) {
    if (name === '__proto__') continue
    const plain = plainOf(value, (found) => find(reader, { code: 'codeNotValue', values: { found } }))
    if (plain !== undefined) config[name] = plain
  }
  return config
}

/** Arguments by place of what is no layer; Keras' own order. */
const orders: Readonly<Record<string, readonly string[]>> = {
  randomnormal: ['mean', 'stddev'],
  truncatednormal: ['mean', 'stddev'],
  randomuniform: ['minval', 'maxval'],
  constant: ['value'],
  variancescaling: ['scale', 'mode', 'distribution'],
  orthogonal: ['gain'],
  l1: ['l1'],
  l2: ['l2'],
  l1l2: ['l1', 'l2'],
  maxnorm: ['max_value', 'axis'],
  minmaxnorm: ['min_value', 'max_value', 'rate', 'axis'],
  unitnorm: ['axis'],
  sgd: ['learning_rate', 'momentum', 'nesterov'],
  adam: ['learning_rate', 'beta_1', 'beta_2', 'epsilon'],
  rmsprop: ['learning_rate', 'rho', 'momentum', 'epsilon'],
  exponentialdecay: ['initial_learning_rate', 'decay_steps', 'decay_rate', 'staircase'],
  inversetimedecay: ['initial_learning_rate', 'decay_steps', 'decay_rate', 'staircase'],
}
const renamed: Readonly<Record<string, string>> = { l: 'l2', m: 'max_value' }

/** An optimizer, initialiser, regulariser, constraint, loss or metric: its class and arguments. */
export const constructObject = (className: string, { places, names }: Arguments): Value => {
  const order = orders[bareName(className)] ?? ['learning_rate']
  const named = new Map(
    places.flatMap((value, index) => {
      const name = order[index]
      return name === undefined ? [] : [[name, value] as const]
    }),
  )
  for (const [name, value] of names) named.set(renamed[name] ?? name, value)
  // Everything is an object until a layer takes it; only then does a value that can't be known matter.
  const config: Record<string, unknown> = {}
  for (const [name, value] of named) {
    const plain = name === '__proto__' ? undefined : plainOf(value, () => {})
    if (plain !== undefined) config[name] = plain
  }
  return { kind: 'object', className, config }
}

/** Keras 1's `Convolution2D(32, 3, 3)`: rows and columns one by one. */
const joinKernel = (className: string, places: readonly unknown[]): readonly unknown[] => {
  const axes = className === 'Convolution2D' ? 2 : className === 'Convolution3D' ? 3 : 0
  const kernel = places.slice(1, 1 + axes)
  const isOld = axes > 0 && kernel.length === axes && kernel.every((size) => typeof size === 'number')
  return isOld ? [places[0], kernel, ...places.slice(1 + axes)] : places
}

/** `Dense(64, activation='relu')`: a layer with its config; arguments by place in the order of the entry's parameters. */
export const constructLayer = (
  reader: PythonReader,
  className: string,
  { places, names }: Arguments,
): Value => {
  const found = findKerasClass(className)
  const order = found ? Object.keys(found.definition.params).map(snakeCase) : []
  const plain = places.map((value) =>
    plainOf(value, (text) => find(reader, { code: 'codeNotValue', values: { found: text } })),
  )
  const { name, ...config } = plainNames(reader, names)
  const given: Record<string, unknown> = {}
  for (const [index, value] of joinKernel(className, plain).entries()) {
    const key = order[index] ?? (className === 'InputLayer' ? 'shape' : `argument_${index}`)
    if (value !== undefined) given[key] = value
  }
  const entry = makeLayer(reader, className, { ...given, ...config }, name)
  return { kind: 'layer', entry, given: places[0] ?? names.get('function') ?? null }
}
