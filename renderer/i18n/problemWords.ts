import type { Port } from '../../shared/layers/define.ts'
import { findLayer } from '../../shared/layers/index.ts'
import type { ParamValues } from '../../shared/layers/values.ts'
import { asLossName, losses } from '../../shared/losses.ts'
import type { Problem } from '../../shared/problems.ts'
import type { Language } from '../../shared/words.ts'
import { formatCount } from './format.ts'

const portsOf = (type: string): readonly Port[] => {
  const definition = findLayer(type)
  if (!definition) return []
  const values = Object.entries(definition.params).map(([name, param]) => [name, param.default])
  return [...definition.inputs, ...definition.outputs(Object.fromEntries(values) as ParamValues)]
}

/** One value of a problem as people know it: a parameter's label, a port's title, a loss's name, a readable number. */
const readable = (type: string, language: Language, key: string, value: string | number) => {
  if (typeof value === 'number') return Number.isInteger(value) ? formatCount(value) : value
  if (key === 'param') return findLayer(type)?.params[value]?.label?.[language] ?? value
  if (key === 'port') return portsOf(type).find(({ name }) => name === value)?.title[language] ?? value
  const loss = key === 'loss' ? asLossName(value) : null
  return loss ? losses[loss].title[language] : value
}

/** The values of a sentence about a node of this type, with the names in them in the page's language. */
export const readableValues = (
  values: Readonly<Record<string, string | number>>,
  type: string,
  language: Language,
): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, readable(type, language, key, value)]),
  )

/** A problem at a node of this type with the names inside it in the page's language, ready for its sentence. */
export const problemWords = ({ code, values = {} }: Problem, type: string, language: Language): Problem => ({
  code,
  values: readableValues(values, type, language),
})
