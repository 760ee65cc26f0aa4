import type { Problem } from '../problems.ts'
import type { Inferred } from './inferNode.ts'
import { sameInputs } from './sameInputs.ts'

const sameOutputs = (one: Inferred['outputs'], other: Inferred['outputs']) => {
  const ports = Object.keys(one)
  return (
    one === other ||
    (ports.length === Object.keys(other).length && ports.every((port) => one[port] === other[port]))
  )
}

/** Whether two lists say the same. */
export const sameProblems = (one: readonly Problem[], other: readonly Problem[]): boolean =>
  one === other ||
  (one.length === other.length && (one.length === 0 || JSON.stringify(one) === JSON.stringify(other)))

/** What is now known of a node, as the object that said the same before where there is one. */
export const keepSame = (before: Inferred | undefined, now: Inferred): Inferred =>
  before &&
  before.weights === now.weights &&
  before.ports === now.ports &&
  before.activation === now.activation &&
  before.ids === now.ids &&
  before.isComputed === now.isComputed &&
  before.parameters === now.parameters &&
  before.trainable === now.trainable &&
  before.flops === now.flops &&
  sameOutputs(before.outputs, now.outputs) &&
  sameInputs(before.inputs, now.inputs) &&
  sameProblems(before.problems, now.problems)
    ? before
    : now
