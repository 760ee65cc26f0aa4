import type { InnerLayer, Param, ParamTable, ValuesOf } from './define.ts'

/** A camelCase name as Keras writes it: `kernelSize` → `kernel_size`. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const unseeded = ['zeros', 'ones', 'constant']
/** Keras class names that are not just the type with a capital. */
const classNames: Readonly<Record<string, string>> = { l1l2: 'L1L2' }

type Named = Readonly<Record<string, unknown>> & { readonly type: string }

/** An initialiser, regulariser or constraint as Keras 3 writes it inside a layer's config. */
const kerasNamed = (kind: 'initializer' | 'regularizer' | 'constraint', { type, ...given }: Named) => {
  const config: Record<string, unknown> =
    kind === 'initializer' && !unseeded.includes(type) ? { seed: null } : {}
  for (const [name, value] of Object.entries(given))
    config[snakeCase(name)] = typeof value === 'string' ? snakeCase(value) : value
  const className = classNames[type] ?? type.slice(0, 1).toUpperCase() + type.slice(1)
  return { module: `keras.${kind}s`, class_name: className, config, registered_name: null }
}

const kerasInner = ({ definition, values }: InnerLayer) => {
  const { className, config } = definition.keras(values)
  return { module: 'keras.layers', class_name: className, config, registered_name: null }
}

/** One parameter's value, checked and complete, as it stands in a Keras config. */
const kerasValue = ({ kind }: Param, value: unknown): unknown => {
  switch (kind) {
    case 'choice':
      return snakeCase(String(value))
    case 'initializer':
    case 'regularizer':
    case 'constraint':
      return value === null ? null : kerasNamed(kind, value as Named)
    case 'layer':
      return kerasInner(value as InnerLayer)
    case 'int':
    case 'float':
    case 'bool':
    case 'tuple':
    case 'shape':
      return value
  }
}

/** Parameters as a Keras config: the same in snake_case. */
export const kerasConfig = (
  params: ParamTable,
  values: ValuesOf<ParamTable>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(params).map(([name, param]) => [snakeCase(name), kerasValue(param, values[name])]),
  )

/** An initialiser that no parameter chooses, such as the ones of a fresh gamma. */
export const kerasInitializer = (initializer: Named) => kerasNamed('initializer', initializer)
