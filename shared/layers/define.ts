import type { Problem, ProblemCode } from '../problems.ts'
import type { Words } from '../words.ts'
import { kerasConfig } from './kerasConfig.ts'

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

/** One of a list of named functions: `type` is its Keras name in camelCase, the other fields are its arguments. */
interface Named {
  readonly type: string
  readonly [argument: string]: string | number | undefined
}
/** How weights start. */
export type Initializer = Named
/** What large weights add to the loss; null for nothing. */
export type Regularizer = Named | null
/** Where weights are brought back to after each step; null for nowhere. */
export type Constraint = Named | null
/** The layer inside a wrapper, its parameters checked and complete. Documents hold `{ type, params }`. */
export interface InnerLayer {
  readonly type: string
  readonly definition: LayerDefinition
  readonly values: ValuesOf<ParamTable>
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
    | ({ readonly kind: 'int' } & NumberParam)
    | ({ readonly kind: 'float' } & NumberParam)
    | { readonly kind: 'bool'; readonly default: boolean }
    | { readonly kind: 'choice'; readonly default: string; readonly options: readonly string[] }
    /** One whole number an axis, such as a kernel's height and width; `parts` names them when they are no axes. */
    | {
        readonly kind: 'tuple'
        readonly default: readonly number[]
        /** The parameter that Keras takes it from where it is not given. */
        readonly sameAs?: string
        readonly parts?: readonly Words[]
        readonly min?: number
        readonly max?: number
      }
    /** A target shape of any length; −1 is worked out from the others. With `axes` a list of axes, those below 0 counting from the last. */
    | { readonly kind: 'shape'; readonly default: readonly number[]; readonly axes?: boolean }
    /** `options` are the types that fit these weights, all when absent: a vector can't be orthogonal. */
    | { readonly kind: 'initializer'; readonly default: Initializer; readonly options?: readonly string[] }
    | { readonly kind: 'regularizer'; readonly default: Regularizer }
    | { readonly kind: 'constraint'; readonly default: Constraint }
    /** Another layer of the catalogue, one of these types; its parameters are edited in place. */
    | {
        readonly kind: 'layer'
        readonly default: { readonly type: string; readonly params: Readonly<Record<string, unknown>> }
        readonly options: readonly string[]
      }
  )

type NumberParam = { readonly min?: number; readonly max?: number } & (
  | { readonly default: number; readonly optional?: never }
  /** May be left empty: null, Keras' None. */
  | { readonly default: number | null; readonly optional: true }
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
        : P extends { kind: 'regularizer' }
          ? Regularizer
          : P extends { kind: 'constraint' }
            ? Constraint
            : P extends { kind: 'layer' }
              ? InnerLayer
              : P extends { optional: true }
                ? number | null
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
  /** Input only: Keras' name of the argument it is passed as, in a list with others of that name; in the first argument when absent. */
  readonly argument?: string
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
  /** For an operation of `keras.ops` rather than a layer: its function's name there. */
  readonly op?: string
}

/** Where a tensor inside a lowered layer comes from: an input port (and which of its edges), or a step (and which of its outputs). */
export type LoweredRef =
  | { readonly port: string; readonly edge?: number }
  | { readonly step: string; readonly output?: number }
/** One Keras layer of a lowered layer, by a name unique in it. */
export interface LoweredStep {
  readonly name: string
  readonly layer: KerasLayer
  readonly from: readonly LoweredRef[]
}
/** A small graph of layers that does what one layer does, its steps in order; `outputs` by output port. */
export interface LoweredLayer {
  readonly steps: readonly LoweredStep[]
  readonly outputs: Readonly<Record<string, LoweredRef>>
}

/** What the palette and the help know of an entry. `input` and `output` are no layers and have no more than this. */
export interface PaletteEntry {
  readonly type: string
  readonly category: Category
  readonly title: string
  /** One or two plain sentences. */
  readonly help: Words
  /** What it computes, as TeX for KaTeX; words and numbers in it need no translation. */
  readonly formula?: string
  /** The paper or document its formula comes from. */
  readonly source: string
}

/** One kind of layer: everything the palette, inspector, inference, compile, exports and docs need. Pure data and functions. */
export interface LayerDefinition<P extends ParamTable = ParamTable> extends PaletteEntry {
  readonly formula: string
  readonly inputs: readonly Port[]
  /** Those of `inputs` that exist for these values, where it isn't all of them. */
  usedInputs?(values: ValuesOf<P>): readonly Port[]
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
  /** The Keras layer (or operation) it is. One that Keras lacks has `lower`, which every export uses instead. */
  keras(values: ValuesOf<P>): KerasLayer
  /**
   * A config of another Keras version or class as one whose keys are these parameters in snake_case, values as Keras
   * writes them; undefined is as good as absent, and keys that it doesn't know are ignored. The reader turns the result into parameters.
   */
  fromKeras?(config: KerasLayer['config'], className: string): Readonly<Record<string, unknown>>
  /** Other Keras classes that `fromKeras` reads. */
  readonly kerasAliases?: readonly string[]
  /** For a layer that Keras lacks: Keras layers that do the same. Called only for inputs that `infer` accepts. */
  lower?(inputs: InputsByPort, values: ValuesOf<P>): LoweredLayer
  /** For a layer that looks whole numbers up: how many it knows, from 0. */
  ids?(values: ValuesOf<P>): number
  /** Problems of the node behind it that putting this layer in between may mend, with its defaults. */
  readonly mends?: readonly ProblemCode[]
  /** The function that bounds its main output, or `input` when values pass through unchanged; absent when neither is so. */
  outputActivation?(values: ValuesOf<P>): string
}

/** A class name when the config is the parameters in snake_case, with `fixed` arguments when tfjs or Keras JSON want more; else a function. */
type KerasRule<P extends ParamTable> =
  | string
  | { readonly className: string; readonly fixed: KerasLayer['config'] }
  | ((values: ValuesOf<P>) => KerasLayer)

type LayerSource<P extends ParamTable> = Omit<LayerDefinition<P>, 'keras'> & { readonly keras: KerasRule<P> }

/** Completes an entry and keeps its parameter types while checking it. */
export const defineLayer = <const P extends ParamTable>(layer: LayerSource<P>): LayerDefinition<P> => {
  const { keras: rule, params } = layer
  if (typeof rule === 'function') return { ...layer, keras: rule }
  const { className, fixed } = typeof rule === 'string' ? { className: rule, fixed: {} } : rule
  return {
    ...layer,
    keras: (values) => ({ className, config: { ...kerasConfig(params, values), ...fixed } }),
  }
}

/** The ports of a layer with one tensor in and one out. */
export const oneInput: readonly Port[] = [{ name: 'input', title: { en: 'Input', ko: '입력' } }]
export const oneOutput: readonly Port[] = [{ name: 'output', title: { en: 'Output', ko: '출력' } }]
/** The port of a layer that merges two or more tensors. */
export const manyInputs: readonly Port[] = [
  { name: 'input', title: { en: 'Inputs', ko: '입력들' }, many: true },
]
/** The ports of a layer for which the order of its two tensors matters. */
export const twoInputs: readonly Port[] = [
  { name: 'first', title: { en: 'First', ko: '첫째' } },
  { name: 'second', title: { en: 'Second', ko: '둘째' } },
]
