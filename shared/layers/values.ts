import type { Problem } from '../problems.ts'
import { constraints, initializers, type NamedTable, regularizers } from './choices.ts'
import type { InnerLayer, LayerDefinition, Param, ParamTable, ValuesOf } from './define.ts'
import { findLayer } from './index.ts'

/** Complete, checked values of a layer's parameters, by name. */
export type ParamValues = ValuesOf<ParamTable>

type Checked = { readonly value: ParamValues[string] } | { readonly problem: Problem }

const shown = (value: unknown) => (JSON.stringify(value) ?? String(value)).slice(0, 80)
const invalid = (param: string, value: unknown): Checked =>
  value === null || value === ''
    ? { problem: { code: 'valueMissing', values: { param } } }
    : { problem: { code: 'valueInvalid', values: { param, found: shown(value) } } }

const checkNumber = (
  name: string,
  value: unknown,
  limits: { min?: number; max?: number },
  whole: boolean,
): Checked => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return invalid(name, value)
  if (whole && !Number.isSafeInteger(value)) return invalid(name, value)
  const { min = '−∞', max = '∞' } = limits
  if (!(value < Number(limits.min) || value > Number(limits.max))) return { value }
  return { problem: { code: 'valueOutOfRange', values: { param: name, min, max, found: value } } }
}

const checkList = (
  name: string,
  value: unknown,
  length: number | null,
  limits: { min?: number; max?: number },
): Checked => {
  if (!Array.isArray(value) || (length !== null && value.length !== length)) return invalid(name, value)
  const numbers: number[] = []
  for (const item of value) {
    const checked = checkNumber(name, item, limits, true)
    if ('problem' in checked) return checked
    numbers.push(item)
  }
  return { value: numbers }
}

const checkAxes = (name: string, value: unknown): Checked => {
  const checked = checkList(name, value, null, { min: -8, max: 8 })
  if ('problem' in checked || !Array.isArray(value)) return checked
  return new Set(value).size < value.length || value.includes(0) ? invalid(name, value) : checked
}

const checkShape = (name: string, value: unknown): Checked => {
  const checked = checkList(name, value, null, { min: -1, max: 2_000_000_000 })
  if ('problem' in checked || !Array.isArray(value)) return checked
  const open = value.filter((axis) => axis === -1).length
  return value.length > 8 || open > 1 || value.includes(0) ? invalid(name, value) : checked
}

/** The named functions each kind of parameter chooses from. */
export const namedTables = { initializer: initializers, regularizer: regularizers, constraint: constraints }

const checkNamed = (
  name: string,
  value: unknown,
  table: NamedTable,
  options?: readonly string[],
): Checked => {
  if (typeof value !== 'object' || value === null || !('type' in value)) return invalid(name, value)
  const { type, ...given } = value as Record<string, unknown>
  if (typeof type !== 'string' || !Object.hasOwn(table, type)) return invalid(name, type)
  if (options && !options.includes(type)) return invalid(name, type)
  const result: Record<string, string | number> = {}
  for (const [argument, spec] of Object.entries(table[type] ?? {})) {
    const path = `${name}.${argument}`
    const found = Object.hasOwn(given, argument) ? given[argument] : spec.default
    const checked: Checked =
      spec.kind !== 'choice'
        ? checkNumber(path, found, spec, spec.kind === 'int')
        : spec.options.includes(String(found))
          ? { value: String(found) }
          : invalid(path, found)
    if ('problem' in checked) return checked
    result[argument] = found as string | number
  }
  return { value: { ...result, type } }
}

/** Layers stand in each other no deeper than this. */
const deepest = 4

const checkInner = (name: string, value: unknown, options: readonly string[], depth: number): Checked => {
  if (typeof value !== 'object' || value === null) return invalid(name, value)
  const { type, params = {} } = value as { type?: unknown; params?: unknown }
  const definition = typeof type === 'string' && options.includes(type) ? findLayer(type) : undefined
  if (!definition || depth > deepest) return invalid(name, type)
  if (typeof params !== 'object' || params === null) return invalid(name, params)
  const inner = paramValues(definition, params as Readonly<Record<string, unknown>>, depth + 1)
  if ('problems' in inner) {
    const [first = { code: 'valueInvalid' as const }] = inner.problems
    return { problem: { ...first, values: { ...first.values, param: `${name}.${first.values?.['param']}` } } }
  }
  return { value: { type: definition.type, definition, values: inner.values } satisfies InnerLayer }
}

const checkParam = (name: string, param: Param, value: unknown, depth: number): Checked => {
  switch (param.kind) {
    case 'int':
    case 'float':
      return param.optional && value === null
        ? { value }
        : checkNumber(name, value, param, param.kind === 'int')
    case 'bool':
      return typeof value === 'boolean' ? { value } : invalid(name, value)
    case 'choice':
      return typeof value === 'string' && param.options.includes(value) ? { value } : invalid(name, value)
    case 'tuple':
      return checkList(name, value, param.default.length, param)
    case 'shape':
      return param.axes ? checkAxes(name, value) : checkShape(name, value)
    case 'initializer':
      return checkNamed(name, value, initializers, param.options)
    case 'regularizer':
    case 'constraint':
      return value === null ? { value } : checkNamed(name, value, namedTables[param.kind])
    case 'layer':
      return checkInner(name, value, param.options, depth)
  }
}

/** What is wrong with one value of one parameter, or null: valueMissing, valueInvalid or valueOutOfRange. */
export const paramProblem = (name: string, param: Param, value: unknown): Problem | null => {
  const checked = checkParam(name, param, value, 0)
  return 'problem' in checked ? checked.problem : null
}

/**
 * A document's parameters, untrusted, as complete values: absent ones take their default, unknown ones are ignored.
 * Otherwise every problem found, one a parameter, each naming it in `param`. `depth` counts the layers it stands in.
 */
export const paramValues = (
  definition: LayerDefinition,
  params: Readonly<Record<string, unknown>>,
  depth = 0,
): { readonly values: ParamValues } | { readonly problems: readonly Problem[] } => {
  const values: Record<string, ParamValues[string]> = {}
  const problems: Problem[] = []
  for (const [name, param] of Object.entries(definition.params)) {
    const given = Object.hasOwn(params, name) ? params[name] : undefined
    // The default of a layer inside a layer has to be resolved; every other one is a value already.
    const checked: Checked =
      given === undefined && param.kind !== 'layer'
        ? { value: param.default }
        : checkParam(name, param, given === undefined ? param.default : given, depth)
    if ('problem' in checked) problems.push(checked.problem)
    else values[name] = checked.value
  }
  return problems.length ? { problems } : { values }
}

/** The values of a layer that nothing is set on. */
export const defaultValues = (definition: LayerDefinition): ParamValues => {
  const checked = paramValues(definition, {})
  if ('values' in checked) return checked.values
  throw new Error(`The defaults of ${definition.type} are not valid.`)
}
