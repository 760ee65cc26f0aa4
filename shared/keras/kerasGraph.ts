/** A layer of a Keras model: its class, and its config as Keras writes it. Calls of the same object share its weights. */
export interface KerasLayerEntry {
  readonly className: string
  readonly name: string
  readonly config: Readonly<Record<string, unknown>>
  /** For an operation of `keras.ops` rather than a layer: its function's name there. */
  readonly op?: string
  /** Where in the text it was read, counted from 1. */
  readonly line?: number
}

/** Which output of which call. */
export interface KerasTensor {
  readonly call: KerasCall
  readonly output: number
}
/** What one argument of a call holds. */
export type KerasArgument = KerasTensor | readonly KerasTensor[]

/** What a call belongs to: a call of a nested model, or of a function of the program that was read. */
export interface KerasGroup {
  readonly title: string
  readonly parent: KerasGroup | null
  /** The nested model it is a call of, the same object for every call. */
  readonly of?: object
  /** Its place in that model, the same in every call. */
  readonly part?: string
}

/** One call of a layer; an input of the model is a call of an `InputLayer` without arguments. */
export interface KerasCall {
  readonly layer: KerasLayerEntry
  readonly args: readonly KerasArgument[]
  readonly kwargs: Readonly<Record<string, KerasArgument>>
  readonly group: KerasGroup | null
  /** What it puts out, where that is known: a layer with several outputs always gives them all. */
  readonly outputs?: readonly string[]
  /** Its place in the nested model that it is in, the same in every call of that model. */
  readonly part?: string
  /** The document's node, for a graph that was made from a document. */
  readonly node?: string
}

/** What `compile` was told, as data: strings, numbers, lists, and objects as `{ class_name, config }`. */
export interface KerasCompile {
  readonly optimizer?: unknown
  readonly loss?: unknown
  readonly loss_weights?: unknown
  readonly metrics?: unknown
}

/** A Keras model without nesting: what all readers give and all writers take. Its calls are those its outputs need. */
export interface KerasGraph {
  readonly name: string
  readonly inputs: readonly KerasTensor[]
  readonly outputs: readonly KerasTensor[]
  /** Names of the outputs where the model gives them some. */
  readonly outputNames?: readonly string[]
  readonly compile: KerasCompile | null
}

/** The class that stands for an input. */
export const inputClass = 'InputLayer'

/** The tensors of an argument, in order. */
export const tensorsOf = (argument: KerasArgument): readonly KerasTensor[] =>
  isTensor(argument) ? [argument] : argument

/** Whether an argument is one tensor rather than a list. */
export const isTensor = (argument: KerasArgument): argument is KerasTensor => 'call' in argument

/** Every tensor that enters a call, in order. */
export const enteringTensors = ({ args, kwargs }: KerasCall): readonly KerasTensor[] =>
  [...args, ...Object.values(kwargs)].flatMap(tensorsOf)
