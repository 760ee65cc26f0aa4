import type { LayerDefinition, Param } from '../layers/define.ts'
import { snakeCase } from '../layers/kerasConfig.ts'
import { defaultValues } from '../layers/values.ts'
import { findKerasClass } from './kerasClasses.ts'
import { bareName, camelCase, isRecord } from './kerasNames.ts'
import { type NamedKind, namedFromKeras, shortNumber } from './namedFromKeras.ts'
import { withNewArguments } from './oldArguments.ts'

type Config = Readonly<Record<string, unknown>>
/** Parameters for a document; or the first argument that changes what the layer computes and that the entry lacks. */
export type ReadParams =
  | { readonly params: Readonly<Record<string, unknown>> }
  | { readonly argument: string; readonly found: unknown }

/** What Keras also writes into a config and what changes nothing here: names, speed, the input's shape (read elsewhere). */
const harmless = new Set(
  `name trainable dtype autocast seed implementation unroll time_major consume_less cpu_force ragged sparse
  batch_input_shape batch_shape batch_size input_shape input_dim input_length input_dtype weights build_config
  quantization_config lora_rank lora_alpha fused renorm_momentum zero_output_for_mask noise_shape_seed
  moving_mean_initializer moving_variance_initializer sliding_window`.split(/\s+/),
)

/** What asks for nothing that a layer without the argument doesn't do. */
const isNeutral = (key: string, value: unknown): boolean => {
  if (value === null || value === undefined || value === false) return true
  if (key === 'data_format') return value === 'channels_last'
  if (Array.isArray(value) && value.length === 0) return true
  return /^(groups|dilation_rate|depth_multiplier)$/.test(key) && [value].flat().every((each) => each === 1)
}

/** An activation's name out of all the ways it is written: a string, a serialised function, a layer. */
const functionName = (value: unknown): unknown => {
  if (!isRecord(value)) return value
  const { config, class_name: className } = value
  if (typeof config === 'string') return config
  const inner = isRecord(config)
    ? (config['activation'] ?? (className === 'Activation' ? config['name'] : null))
    : null
  return typeof inner === 'string' ? inner : className
}

const spellings: Readonly<Record<string, string>> = { swish: 'silu', concatenate: 'concat' }
const choiceOf = (options: readonly string[], value: unknown): unknown => {
  const name = functionName(value)
  if (name === null && options.includes('linear')) return 'linear'
  if (typeof name !== 'string') return name
  const bare = bareName(name)
  const wanted = spellings[bare] ?? bare
  return options.find((option) => bareName(option) === wanted) ?? camelCase(name)
}

/** One number for all axes, one an axis, or a pair an axis where the parameter counts both sides. */
const tupleOf = (length: number, value: unknown): unknown => {
  const flat = Array.isArray(value) ? value.flat() : [value]
  if (flat.length === 1) return Array.from({ length }, () => flat[0])
  return flat.length * 2 === length ? flat.flatMap((each) => [each, each]) : flat
}

const numberOf = (value: unknown): unknown => {
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value
  return typeof only === 'number' ? shortNumber(only) : only
}

/** The value of one parameter, or why the layer inside a wrapper can't be read. */
type Value = { readonly value: unknown } | { readonly argument: string; readonly found: unknown }

const innerOf = (key: string, options: readonly string[], value: unknown, depth: number): Value => {
  if (!isRecord(value) || typeof value['class_name'] !== 'string' || depth > 4)
    return { argument: key, found: value }
  const { class_name: className, config } = value
  const found = findKerasClass(className)
  if (!found || !options.includes(found.definition.type)) return { argument: key, found: className }
  const read = paramsFromKeras(found.definition, className, isRecord(config) ? config : {}, depth + 1)
  if ('argument' in read) return { argument: `${key}.${read.argument}`, found: read.found }
  return { value: { type: found.definition.type, params: read.params } }
}

const valueOf = (key: string, param: Param, value: unknown, depth: number): Value => {
  switch (param.kind) {
    case 'int':
    case 'float':
      return { value: numberOf(value) }
    case 'bool':
      return { value: value === 0 || value === 1 ? value === 1 : value }
    case 'choice':
      return { value: choiceOf(param.options, value) }
    case 'tuple':
      return { value: tupleOf(param.default.length, value) }
    case 'shape':
      return { value: (Array.isArray(value) ? value : [value]).map((axis: unknown) => axis ?? -1) }
    case 'initializer':
    case 'regularizer':
    case 'constraint':
      return { value: namedFromKeras(param.kind, value) }
    case 'layer':
      return innerOf(key, param.options, value, depth)
  }
}

const isNamedKind = (key: string): key is `${string}_${NamedKind}` =>
  /_(initializer|regularizer|constraint)$/.test(key)
const comparable = (key: string, value: unknown): string =>
  JSON.stringify(isNamedKind(key) ? namedFromKeras(key.split('_').at(-1) as NamedKind, value) : value) ?? ''

/** The first argument that no parameter takes and that is not what the entry always writes. */
const strange = (
  definition: LayerDefinition,
  config: Config,
  taken: ReadonlySet<string>,
): string | undefined => {
  const fixed = definition.keras(defaultValues(definition)).config
  return Object.keys(config).find((key) => {
    if (taken.has(key) || harmless.has(key) || isNeutral(key, config[key])) return false
    return !Object.hasOwn(fixed, key) || comparable(key, config[key]) !== comparable(key, fixed[key])
  })
}

/**
 * A Keras config of any version as parameters of a catalogue entry, by the kinds of its parameters. A value that no
 * parameter could have is handed on: inference says what is wrong with it. An absent one is absent.
 */
export const paramsFromKeras = (
  definition: LayerDefinition,
  className: string,
  written: Config,
  depth = 0,
): ReadParams => {
  const renamed = withNewArguments(definition, written)
  const config = definition.fromKeras?.(renamed, className) ?? renamed
  const params: Record<string, unknown> = {}
  const taken = new Set<string>()
  for (const [name, param] of Object.entries(definition.params)) {
    const key = snakeCase(name)
    taken.add(key)
    const given = Object.hasOwn(config, key) ? config[key] : undefined
    if (given === undefined) continue
    if (given === null && !takesNull(param)) continue
    const read = valueOf(key, param, given, depth)
    if ('argument' in read) return read
    params[name] = read.value
  }
  for (const [name, param] of Object.entries(definition.params)) {
    const same = param.kind === 'tuple' ? param.sameAs : undefined
    if (same && params[name] === undefined && params[same] !== undefined) params[name] = params[same]
  }
  const argument = strange(definition, config, taken)
  return argument === undefined ? { params } : { argument, found: config[argument] }
}

/** Null is a value of its own, or the name of no activation; elsewhere it asks for the default. */
const takesNull = (param: Param): boolean =>
  param.kind === 'regularizer' ||
  param.kind === 'constraint' ||
  (param.kind === 'choice' && param.options.includes('linear')) ||
  ((param.kind === 'int' || param.kind === 'float') && param.optional === true)
