import { isRecord } from './kerasNames.ts'

/** A tensor as JSON names it: layer, number of its call, number of that call's output. */
export interface TensorName {
  readonly layer: string
  readonly node: number
  readonly tensor: number
}
/** One argument of a call: a tensor, or a list of them. */
export type NamedArgument = TensorName | readonly TensorName[]
/** One call of a layer as JSON has it. `constants` are positional arguments that are no tensors. */
export interface InboundNode {
  readonly args: readonly NamedArgument[]
  readonly kwargs: Readonly<Record<string, NamedArgument>>
  readonly constants: readonly unknown[]
}

const named = ([layer, node, tensor]: readonly unknown[]): TensorName | null =>
  typeof layer === 'string' && typeof node === 'number' && typeof tensor === 'number'
    ? { layer, node, tensor }
    : null

/** A tensor's name as Keras 2 writes it, `[layer, node, tensor, …]`, or Keras 3, `__keras_tensor__`. */
export const tensorName = (value: unknown): TensorName | null => {
  if (Array.isArray(value)) return value.length >= 3 && value.length <= 4 ? named(value) : null
  if (!isRecord(value) || value['class_name'] !== '__keras_tensor__' || !isRecord(value['config']))
    return null
  const history = value['config']['keras_history']
  return Array.isArray(history) ? named(history) : null
}

/** Every tensor named anywhere in a value, in order. */
export const tensorNames = (value: unknown): readonly TensorName[] => {
  const name = tensorName(value)
  if (name) return [name]
  if (Array.isArray(value)) return value.flatMap(tensorNames)
  return isRecord(value) ? Object.values(value).flatMap(tensorNames) : []
}

const argumentOf = (value: unknown): NamedArgument | null => {
  const name = tensorName(value)
  if (name) return name
  const names = tensorNames(value)
  return names.length ? names : null
}

const argumentsOf = (kwargs: unknown): Record<string, NamedArgument> =>
  Object.fromEntries(
    Object.entries(isRecord(kwargs) ? kwargs : {}).flatMap(([key, value]) => {
      const argument = argumentOf(value)
      return argument ? [[key, argument]] : []
    }),
  )

/** Keras 3: `{ args, kwargs }`. */
const fromObject = ({ args, kwargs }: Readonly<Record<string, unknown>>): InboundNode => {
  const list = Array.isArray(args) ? args : []
  return {
    args: list.flatMap((value: unknown) => argumentOf(value) ?? []),
    kwargs: argumentsOf(kwargs),
    constants: list.filter((value: unknown) => value !== null && argumentOf(value) === null),
  }
}

/** Keras 2 and tfjs: `[[layer, node, tensor, kwargs], …]`, the keyword arguments behind the first tensor. */
const fromList = (value: readonly unknown[]): InboundNode => {
  const argument = argumentOf(value)
  const first = tensorName(value) ? value : value.find(Array.isArray)
  const kwargs = Array.isArray(first) ? argumentsOf(first[3]) : {}
  return { args: argument ? [argument] : [], kwargs, constants: [] }
}

/** The calls of a layer out of its `inbound_nodes`. */
export const inboundNodes = (value: unknown): readonly InboundNode[] =>
  Array.isArray(value)
    ? value.flatMap((node: unknown) =>
        Array.isArray(node)
          ? node.length
            ? [fromList(node)]
            : []
          : isRecord(node)
            ? [fromObject(node)]
            : [],
      )
    : []
