/** One call of a tfjs layer and the tensors that enter it. A call of an input layer has none. */
export interface Call {
  readonly layer: string
  readonly inbound: readonly TensorRef[]
}
export interface TensorRef {
  readonly call: Call
  /** Which of the call's outputs. */
  readonly tensor: number
}

/**
 * Numbers each layer's calls the way tfjs' loader will: it goes through the layers again and again, makes every waiting
 * call whose tensors exist, and puts the others off, so calls in any other order would get each other's numbers and wire
 * the loaded model wrongly. `layers` is the order of the file, `calls` a topological order.
 */
export const orderCalls = (layers: readonly string[], calls: readonly Call[]) => {
  const waiting = new Map<string, Call[]>()
  for (const call of calls) {
    const queue = waiting.get(call.layer)
    if (queue) queue.push(call)
    else waiting.set(call.layer, [call])
  }
  const numbers = new Map<Call, number>()
  const ordered = new Map<string, Call[]>()
  const isReady = ({ inbound }: Call) =>
    inbound.every(({ call }) => call.inbound.length === 0 || numbers.has(call))
  for (let left = calls.length; left > 0; ) {
    const before = left
    for (const layer of layers) {
      const done = ordered.get(layer) ?? []
      const later: Call[] = []
      for (const call of waiting.get(layer) ?? []) {
        if (!isReady(call)) later.push(call)
        else {
          numbers.set(call, done.push(call) - 1)
          left--
        }
      }
      waiting.set(layer, later)
      ordered.set(layer, done)
    }
    if (left === before) throw new Error('The calls are not in topological order.')
  }
  return {
    calls: ordered as ReadonlyMap<string, readonly Call[]>,
    nodeOf: (call: Call) => numbers.get(call) ?? 0,
  }
}
