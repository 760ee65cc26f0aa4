import type { KerasGraph, KerasLayerEntry, KerasTensor } from '../kerasGraph.ts'
import type { SequentialItem } from '../sequentialGraph.ts'
import type { PythonNode } from './source.ts'

/** Variables, and those of what they stand in. */
export interface Scope {
  readonly variables: Map<string, Value>
  readonly outer: Scope | null
}

/** A Sequential model while layers are added to it. */
export interface SequentialValue {
  readonly kind: 'sequential'
  /** For headings: the name it was given, else the variable it is put into. */
  name: string
  readonly given: string
  readonly items: SequentialItem[]
}
/** A functional model. */
export interface ModelValue {
  readonly kind: 'model'
  name: string
  readonly given: string
  readonly graph: KerasGraph
}
/** A function of the program, with what it can see. */
export interface FunctionValue {
  readonly kind: 'function'
  readonly name: string
  readonly parameters: readonly { readonly name: string; readonly initial: Value | null }[]
  readonly body: PythonNode
  readonly scope: Scope
}

/** What an expression of a program is, as far as that matters to a model. */
export type Value =
  | { readonly kind: 'data'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: Value[]; readonly isTuple: boolean }
  | { readonly kind: 'dict'; readonly entries: Map<string, Value> }
  /** A name that is imported or unknown, and what was taken from it: `keras.layers.Dense`. */
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'layer'; readonly entry: KerasLayerEntry; readonly given: Value | null }
  /** Anything else of a class: an optimizer, an initialiser, a scaler. */
  | {
      readonly kind: 'object'
      readonly className: string
      readonly config: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'tensor'; readonly tensor: KerasTensor }
  | { readonly kind: 'method'; readonly of: Value; readonly name: string }
  | SequentialValue
  | ModelValue
  | FunctionValue
  /** What can't be known without running the program. */
  | { readonly kind: 'unknown'; readonly text: string }

/** Arguments of a call. */
export interface Arguments {
  readonly places: readonly Value[]
  readonly names: ReadonlyMap<string, Value>
}

/** A plain value. */
export const data = (value: string | number | boolean | null): Value => ({ kind: 'data', value })
/** A list, or a tuple. */
export const list = (items: Value[], isTuple = false): Value => ({ kind: 'list', items, isTuple })

/** Every tensor in a value, in order; null when there is anything else in it. */
export const tensorsIn = (value: Value | undefined): readonly KerasTensor[] | null => {
  if (value?.kind === 'tensor') return [value.tensor]
  if (value?.kind === 'dict') return tensorsIn(list([...value.entries.values()]))
  if (value?.kind !== 'list') return null
  const tensors = value.items.map(tensorsIn)
  return tensors.every((each) => each !== null) ? tensors.flat() : null
}

/** Whether a value holds a tensor. */
export const holdsTensor = (value: Value): boolean =>
  value.kind === 'tensor' || (value.kind === 'list' && value.items.some(holdsTensor))

/** A value as JSON; `onUnknown` hears of what can't be known, which is then left out. */
export const plainOf = (value: Value, onUnknown: (text: string) => void): unknown => {
  switch (value.kind) {
    case 'data':
      return value.value
    case 'list': {
      return value.items.map((item) => plainOf(item, onUnknown) ?? null)
    }
    case 'dict':
      return Object.fromEntries(
        [...value.entries].map(([key, item]) => [key, plainOf(item, onUnknown) ?? null]),
      )
    case 'path':
      if (value.path.length === 1) onUnknown(value.path.join('.'))
      return value.path.length === 1 ? undefined : value.path.at(-1)
    case 'layer':
      return { class_name: value.entry.className, config: value.entry.config }
    case 'object':
      return { class_name: value.className, config: value.config }
    case 'tensor':
      return onUnknown('a tensor')
    case 'sequential':
    case 'model':
      return { class_name: 'Model', config: { name: value.name } }
    case 'function':
      return { class_name: 'function', config: value.name }
    case 'method':
      return onUnknown(`.${value.name}`)
    case 'unknown':
      return onUnknown(value.text)
  }
}
