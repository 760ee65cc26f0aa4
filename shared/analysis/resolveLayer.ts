import type { LayerDefinition, ParamKind, Port } from '../layers/define.ts'
import { findLayer } from '../layers/index.ts'
import { paramValues, type ParamValues } from '../layers/values.ts'
import type { Problem } from '../problems.ts'
import type { LayerEntry } from '../project.ts'

/** A layer of the document with everything its calls have in common. */
export interface ResolvedLayer {
  readonly definition: LayerDefinition
  /** Complete; null when one that shapes depend on is missing or wrong. */
  readonly values: ParamValues | null
  /** Output ports; null when they depend on a value that is wrong. */
  readonly ports: readonly Port[] | null
  readonly problems: readonly Problem[]
}

/** Kinds of parameters that no shape, weight or port depends on. */
const shapeless: ReadonlySet<ParamKind> = new Set(['float', 'initializer', 'regularizer', 'constraint'])

const resolve = (definition: LayerDefinition, params: LayerEntry['params']): ResolvedLayer => {
  const checked = paramValues(definition, params)
  if ('values' in checked) {
    const { values } = checked
    return { definition, values, ports: definition.outputs(values), problems: [] }
  }
  const { problems } = checked
  const wrong = new Set(problems.map(({ values }) => String(values?.['param'] ?? '').split('.')[0] ?? ''))
  const sound = Object.entries(params).filter(
    ([name]) => !wrong.has(name) || !shapeless.has(definition.params[name]?.kind ?? 'int'),
  )
  const rest = paramValues(definition, Object.fromEntries(sound))
  const values = 'values' in rest ? rest.values : null
  return { definition, values, ports: values && definition.outputs(values), problems }
}

const known = new WeakMap<object, ResolvedLayer>()

/**
 * A layer's definition, its checked values and its ports; undefined for a type that this version doesn't know. Half-typed
 * values that no shape depends on are problems, but leave the shapes alone. Worked out once for each object of parameters:
 * documents are never changed in place.
 */
export const resolveLayer = ({ type, params }: LayerEntry): ResolvedLayer | undefined => {
  const definition = findLayer(type)
  if (!definition) return undefined
  const before = known.get(params)
  if (before?.definition === definition) return before
  const resolved = resolve(definition, params)
  known.set(params, resolved)
  return resolved
}
