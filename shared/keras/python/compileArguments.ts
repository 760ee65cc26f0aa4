import type { PythonReader } from './reader.ts'
import { find } from './reader.ts'
import { type Arguments, plainOf, type Value } from './values.ts'

const places = ['optimizer', 'loss', 'metrics', 'loss_weights']

/** What `compile` is told, as data; what can't be known without running is said and left out. */
export const compileArguments = (
  reader: PythonReader,
  given: Arguments,
): Readonly<Record<string, unknown>> => {
  const named = new Map<string, Value>(
    given.places.flatMap((value, index) => {
      const name = places[index]
      return name === undefined ? [] : [[name, value]]
    }),
  )
  for (const [name, value] of given.names) named.set(name, value)
  return Object.fromEntries(
    places.flatMap((name) => {
      const value = named.get(name)
      if (!value) return []
      const plain = plainOf(value, (found) =>
        find(reader, { code: 'codeSettingIgnored', values: { setting: name, found } }),
      )
      return plain === undefined ? [] : [[name, plain]]
    }),
  )
}
