import { compileArguments } from './compileArguments.ts'
import { numberIn } from './arithmetic.ts'
import { addToSequential } from './models.ts'
import { find, type PythonReader } from './reader.ts'
import { type Arguments, data, type ModelValue, plainOf, type SequentialValue, type Value } from './values.ts'

/** A call that gives nothing back but was understood. */
const done = data(null)

const fit = (reader: PythonReader, { names }: Arguments): Value | null => {
  const epochs = numberIn(names.get('epochs') ?? names.get('nb_epoch'))
  const batchSize = numberIn(names.get('batch_size'))
  const isCount = (value: number | null): value is number =>
    value !== null && Number.isSafeInteger(value) && value >= 1 && value <= 1_000_000
  reader.settings = {
    ...reader.settings,
    ...(isCount(epochs) ? { epochs } : {}),
    ...(isCount(batchSize) ? { batchSize } : {}),
  }
  return isCount(epochs) || isCount(batchSize) ? done : null
}

const callOfModel = (
  reader: PythonReader,
  model: SequentialValue | ModelValue,
  name: string,
  given: Arguments,
): Value | null => {
  switch (name) {
    case 'add': {
      const item = given.places[0] ?? given.names.get('layer')
      if (model.kind === 'sequential' && addToSequential(reader, model, item)) return done
      let found = 'nothing'
      if (item) plainOf(item, (text) => (found = text))
      find(reader, { code: 'codeNotValue', values: { found } })
      return null
    }
    case 'pop':
      return model.kind === 'sequential' && model.items.pop() ? done : null
    case 'compile':
      for (const made of reader.models)
        if (made.value === model) made.compile = compileArguments(reader, given)
      return done
    case 'fit':
    case 'fit_generator':
      return fit(reader, given)
    default:
      return null
  }
}

/** `value.method(...)` of a model, a list or a text; null for any other. */
export const callMethod = (
  reader: PythonReader,
  value: Value,
  name: string,
  given: Arguments,
): Value | null => {
  if (value.kind === 'sequential' || value.kind === 'model') return callOfModel(reader, value, name, given)
  const [first] = given.places
  if (value.kind === 'list' && !value.isTuple && first) {
    if (name === 'append') value.items.push(first)
    else if (name === 'extend' && first.kind === 'list') value.items.push(...first.items)
    else if (name === 'insert' && given.places[1])
      value.items.splice(numberIn(first) ?? 0, 0, given.places[1])
    else return null
    return done
  }
  if (value.kind === 'data' && typeof value.value === 'string' && name === 'format') {
    const parts = given.places.map((place) => (place.kind === 'data' ? String(place.value) : null))
    let next = 0
    return parts.includes(null)
      ? null
      : data(value.value.replace(/\{(\d*)\}/g, (_, at: string) => parts[at ? Number(at) : next++] ?? ''))
  }
  return null
}
