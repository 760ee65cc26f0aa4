import { enteringTensors, type KerasCall, type KerasTensor } from './kerasGraph.ts'

/**
 * The calls that these tensors need, each after those it takes tensors from and as soon as they are there: one branch
 * is finished before the next begins, as a person writes it.
 */
export const callOrder = (ends: readonly KerasTensor[]): readonly KerasCall[] => {
  const order = new Set<KerasCall>()
  const stack = ends.toReversed().map(({ call }) => ({ call, opened: false }))
  // Not recursive: a chain may have more layers than the stack has frames.
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (order.has(top.call)) continue
    if (top.opened) {
      order.add(top.call)
      continue
    }
    stack.push({ call: top.call, opened: true })
    for (const { call } of enteringTensors(top.call).toReversed()) stack.push({ call, opened: false })
  }
  return [...order]
}
