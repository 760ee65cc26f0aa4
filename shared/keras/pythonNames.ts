import { uniqueName } from '../names.ts'
import { enteringTensors, inputClass, type KerasCall, type KerasLayerEntry } from './kerasGraph.ts'

/** Words a Python variable can't be, and names the program uses itself. */
const reserved = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield match case type keras layers model input print abs len range`.split(
    /\s+/,
  ),
)

/** A layer's name as a Python identifier: Korean and other letters stay, everything else becomes `_`. */
const identifier = (name: string): string => {
  // Python compares identifiers in this form, so names must differ in it.
  const clean = name.normalize('NFKC').replace(/[^\p{XID_Continue}]/gu, '_')
  const short = Array.from(clean).slice(0, 60).join('')
  return /^[\p{XID_Start}_]/u.test(short) ? short : `_${short}`
}

/** Variables of a program, no two alike. */
export interface PythonVariables {
  /** By call, one for each tensor it puts out. */
  readonly tensors: ReadonlyMap<KerasCall, readonly string[]>
  /** Of layers that are called more than once. */
  readonly shared: ReadonlyMap<KerasLayerEntry, string>
}

/** `a`, `b`, … for the calls of a shared layer, numbers after the last letter. */
const callMark = (index: number) => (index < 26 ? String.fromCharCode(97 + index) : String(index + 1))

const outputsTaken = (calls: readonly KerasCall[]): ReadonlyMap<KerasCall, number> => {
  const taken = new Map<KerasCall, number>()
  for (const call of calls)
    for (const { call: source, output } of enteringTensors(call))
      taken.set(source, Math.max(taken.get(source) ?? 1, output + 1))
  return taken
}

/** A variable for every tensor, named after its layer, and one for every layer that is called more than once. */
export const pythonVariables = (calls: readonly KerasCall[]): PythonVariables => {
  const byLayer = new Map<KerasLayerEntry, KerasCall[]>()
  for (const call of calls) {
    const known = byLayer.get(call.layer)
    if (known) known.push(call)
    else byLayer.set(call.layer, [call])
  }
  const taken = new Set(reserved)
  const free = (name: string) => {
    const variable = uniqueName(identifier(name), (candidate) => taken.has(candidate))
    taken.add(variable)
    return variable
  }
  const tensors = new Map<KerasCall, readonly string[]>()
  const shared = new Map<KerasLayerEntry, string>()
  const outputs = outputsTaken(calls)
  const name = (call: KerasCall, base: string) => {
    const known =
      call.outputs ?? Array.from({ length: outputs.get(call) ?? 1 }, (_, index) => `output${index}`)
    tensors.set(
      call,
      known.map((part, index) => free(index ? `${base}_${part}` : base)),
    )
  }
  const isShared = ({ op, className }: KerasLayerEntry, own: readonly KerasCall[]) =>
    own.length > 1 && op === undefined && className !== inputClass
  // What has a name of its own gets it before the calls of shared layers take one like it.
  for (const [layer, own] of byLayer) {
    if (isShared(layer, own)) shared.set(layer, free(layer.name))
    else for (const call of own) name(call, layer.name)
  }
  for (const [layer, own] of byLayer)
    if (shared.has(layer))
      for (const [index, call] of own.entries()) name(call, `${layer.name}_${callMark(index)}`)
  return { tensors, shared }
}
