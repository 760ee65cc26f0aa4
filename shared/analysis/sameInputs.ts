import type { InputsByPort } from '../layers/define.ts'

/** Whether the same tensors, as objects, arrive at the same ports in the same order. */
export const sameInputs = (one: InputsByPort, other: InputsByPort): boolean => {
  const ports = Object.keys(one)
  return (
    ports.length === Object.keys(other).length &&
    ports.every((port) => {
      const [first = [], second = []] = [one[port], other[port]]
      return first.length === second.length && first.every((spec, index) => spec === second[index])
    })
  )
}
