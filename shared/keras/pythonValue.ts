import { snakeCase } from '../layers/kerasConfig.ts'
import { defaultValues, namedTables } from '../layers/values.ts'
import { findKerasClass } from './kerasClasses.ts'
import { bareName, isRecord } from './kerasNames.ts'

type Config = Readonly<Record<string, unknown>>
/** An argument of a call: with a name, or by its place when the name is empty. */
type Argument = readonly [name: string, value: unknown]

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const prefixes: Readonly<Record<string, string>> = { 'keras.layers': 'layers' }

/** Arguments an initialiser, regulariser or constraint has beside its defaults. */
const namedArguments = (
  kind: keyof typeof namedTables,
  className: string,
  config: Config,
): readonly Argument[] => {
  const table = namedTables[kind]
  const type = Object.keys(table).find((name) => bareName(name) === bareName(className))
  const specs = type === undefined ? {} : (table[type] ?? {})
  return Object.entries(config).filter(([key, value]) => {
    const spec = Object.entries(specs).find(([name]) => snakeCase(name) === key)?.[1]
    const initial = typeof spec?.default === 'string' ? snakeCase(spec.default) : spec?.default
    return value !== null && !same(value, initial)
  })
}

/** What a layer is to be told: what Keras has no default for by its place, as far as it comes first, then what is not the default. */
export const layerArguments = (className: string, config: Config): readonly Argument[] => {
  const definition = findKerasClass(className)?.definition
  if (!definition) return Object.entries(config).filter(([key]) => key !== 'name')
  const defaults: Config = definition.keras(defaultValues(definition)).config
  const params = Object.entries(definition.params).map(([name, param]) => [snakeCase(name), param] as const)
  const isWritten = (key: string) => {
    const param = params.find(([name]) => name === key)?.[1]
    const source = param?.kind === 'tuple' && param.sameAs ? config[snakeCase(param.sameAs)] : undefined
    if (source !== undefined && same(source, config[key])) return false
    return param?.required === true || source !== undefined || !same(config[key], defaults[key])
  }
  const first: string[] = []
  for (const [key, param] of params) {
    if (!param.required || !isWritten(key) || !Object.hasOwn(config, key)) break
    first.push(key)
  }
  // One number alone says what it is; several of the same kind are told apart by their names.
  const byPlace = new Set(first.slice(0, 2))
  const order = [...params.map(([key]) => key), ...Object.keys(config)]
  return [...new Set(order)]
    .filter((key) => Object.hasOwn(config, key) && isWritten(key))
    .map((key) => [byPlace.has(key) ? '' : key, config[key]] as const)
}

const kindOf = (module: unknown) => /^keras\.(initializer|regularizer|constraint)s$/.exec(String(module))?.[1]
const isNamedKind = (kind: string | undefined): kind is keyof typeof namedTables =>
  kind !== undefined && Object.hasOwn(namedTables, kind)

const object = ({ module, class_name: className, config }: Config): string => {
  const name = String(className)
  const given = isRecord(config) ? config : {}
  const kind = kindOf(module)
  const isLayer = module === 'keras.layers' || module === undefined
  const written = isNamedKind(kind)
    ? namedArguments(kind, name, given)
    : isLayer
      ? layerArguments(name, given)
      : Object.entries(given)
  if (kind === 'initializer' && written.length === 0) return pythonValue(snakeCase(name).replace(/^_/, ''))
  const path = typeof module === 'string' ? module : 'keras.layers'
  const prefix = prefixes[path] ?? path
  return `${prefix}.${name}(${written.map(pythonArgument).join(', ')})`
}

/** Data as Python: lists of numbers as tuples, objects of Keras as calls of their class. */
export const pythonValue = (value: unknown): string => {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : `float("${value}")`
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) {
    const items = value.map(pythonValue)
    const isTuple =
      value.length > 0 &&
      value.every((item) => item === null || typeof item === 'number' || Array.isArray(item))
    return isTuple ? `(${items.join(', ')}${items.length === 1 ? ',' : ''})` : `[${items.join(', ')}]`
  }
  if (!isRecord(value)) return 'None'
  if (typeof value['class_name'] === 'string') return object(value)
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${pythonValue(item)}`)
    .join(', ')}}`
}

/** One argument of a call. */
export const pythonArgument = ([name, value]: Argument): string =>
  name ? `${name}=${pythonValue(value)}` : pythonValue(value)
