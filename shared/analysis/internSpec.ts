import type { OutputsByPort, TensorSpec } from '../layers/define.ts'

const known = new Map<string, TensorSpec>()
/** So many different shapes are remembered; forgetting them costs time, never correctness. */
const limit = 20_000

/** The one object for a shape and dtype, so that equal tensors are the same object and comparing them costs nothing. */
export const internSpec = (spec: TensorSpec): TensorSpec => {
  const key = `${spec.dtype} ${spec.shape.length} ${spec.shape.join()}`
  const before = known.get(key)
  if (before) return before
  if (known.size >= limit) known.clear()
  known.set(key, spec)
  return spec
}

/** The same for what leaves a node. */
export const internOutputs = (outputs: OutputsByPort): OutputsByPort =>
  Object.fromEntries(Object.entries(outputs).map(([port, spec]) => [port, internSpec(spec)]))
