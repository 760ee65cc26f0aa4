import type { Problem } from '../problems.ts'
import type { Words } from '../words.ts'

export type { Problem }

export type Dtype = 'float32' | 'int32' | 'bool'
/** A tensor's shape without the batch axis; null is an axis whose size is only known when data arrive. */
export type Shape = readonly (number | null)[]
export interface TensorSpec {
  readonly shape: Shape
  readonly dtype: Dtype
}

export const categories = [
  'input',
  'output',
  'core',
  'convolution',
  'recurrent',
  'merge',
  'shape',
  'regularise',
] as const
/** A palette group; each has its own hue. */
export type Category = (typeof categories)[number]

/** How weights start. `type` is the Keras name in camelCase; the other fields are that initialiser's arguments. */
export interface Initializer {
  readonly type: string
  readonly [argument: string]: string | number | undefined
}

interface ParamBase {
  /** Shown beside the control; the parameter's own name in words when absent. */
  readonly label?: Words
  readonly help: Words
  /** Keras has no default for it, so exports always write it. */
  readonly required?: boolean
}
/** One editable parameter of a layer: its control, its default, its limits. */
export type Param = ParamBase &
  (
    | { readonly kind: 'int'; readonly default: number; readonly min?: number; readonly max?: number }
    | { readonly kind: 'float'; readonly default: number; readonly min?: number; readonly max?: number }
    | { readonly kind: 'bool'; readonly default: boolean }
    | { readonly kind: 'choice'; readonly default: string; readonly options: readonly string[] }
    /** One whole number an axis, such as a kernel's height and width. */
    | {
        readonly kind: 'tuple'
        readonly default: readonly number[]
        readonly min?: number
        readonly max?: number
      }
    /** A target shape of any length; −1 is worked out from the others. */
    | { readonly kind: 'shape'; readonly default: readonly number[] }
    /** `options` are the types that fit these weights, all when absent: a vector can't be orthogonal. */
    | { readonly kind: 'initializer'; readonly default: Initializer; readonly options?: readonly string[] }
  )

export type ParamKind = Param['kind']
export type ParamTable = Readonly<Record<string, Param>>
export type ValueOf<P extends Param> = P extends { kind: 'bool' }
  ? boolean
  : P extends { kind: 'choice'; options: readonly (infer O)[] }
    ? O
    : P extends { kind: 'tuple' | 'shape' }
      ? readonly number[]
      : P extends { kind: 'initializer' }
        ? Initializer
        : number
export type ValuesOf<P extends ParamTable> = { readonly [K in keyof P]: ValueOf<P[K]> }

/** A named place where an edge starts or ends. */
export interface Port {
  readonly name: string
  readonly title: Words
  /** Input only: takes any number of edges. */
  readonly many?: boolean
  /** Input only: may stay unconnected. */
  readonly optional?: boolean
}
/** What arrives at each input port, in the order of its edges; an unconnected port is absent. */
export type InputsByPort = Readonly<Record<string, readonly TensorSpec[]>>
export type OutputsByPort = Readonly<Record<string, TensorSpec>>
export type Inferred = { readonly outputs: OutputsByPort } | { readonly problem: Problem }

export interface WeightSpec {
  readonly name: string
  readonly shape: readonly number[]
  readonly trainable: boolean
}

/** Class name and config as Keras writes them: snake_case keys, the same data for tfjs, Keras JSON and Python. */
export interface KerasLayer {
  readonly className: string
  readonly config: Readonly<Record<string, unknown>>
}

/** What the palette and the help know of an entry. `input` and `output` are no layers and have no more than this. */
export interface PaletteEntry {
  readonly type: string
  readonly category: Category
  readonly title: string
  /** One or two plain sentences. */
  readonly help: Words
  /** The paper or document its formula comes from. */
  readonly source: string
}

/** One kind of layer: everything the palette, inspector, inference, compile, exports and docs need. Pure data and functions. */
export interface LayerDefinition<P extends ParamTable = ParamTable> extends PaletteEntry {
  readonly inputs: readonly Port[]
  /** Ports that exist for these values, the first being the main one. */
  outputs(values: ValuesOf<P>): readonly Port[]
  readonly params: P
  /** Parameters shown on the node card, most telling first. */
  readonly card: readonly (keyof P & string)[]
  /** Output specs for these inputs, or the problem to show on the node. Required ports are connected when it is called. */
  infer(inputs: InputsByPort, values: ValuesOf<P>): Inferred
  /** Weights in Keras' order. Called only for inputs that `infer` accepts. */
  weights(inputs: InputsByPort, values: ValuesOf<P>): readonly WeightSpec[]
  /**
   * Arithmetic of one forward pass for one row of the batch: a multiply-add is two, an activation function nothing;
   * an axis of unknown size counts as 1. Called only for inputs that `infer` accepts.
   */
  flops(inputs: InputsByPort, values: ValuesOf<P>): number
  keras(values: ValuesOf<P>): KerasLayer
  /** The function that bounds its main output, or `input` when values pass through unchanged; absent when neither is so. */
  outputActivation?(values: ValuesOf<P>): string
}

/** Keeps an entry's parameter types while checking it. */
export const defineLayer = <const P extends ParamTable>(layer: LayerDefinition<P>): LayerDefinition<P> =>
  layer

/** The ports of a layer with one tensor in and one out. */
export const oneInput: readonly Port[] = [{ name: 'input', title: { en: 'Input', ko: '입력' } }]
export const oneOutput: readonly Port[] = [{ name: 'output', title: { en: 'Output', ko: '출력' } }]
/** The port of a layer that merges two or more tensors. */
export const manyInputs: readonly Port[] = [
  { name: 'input', title: { en: 'Inputs', ko: '입력들' }, many: true },
]
