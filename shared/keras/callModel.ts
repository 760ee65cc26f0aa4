import { callOrder } from './callOrder.ts'
import {
  isTensor,
  type KerasArgument,
  type KerasCall,
  type KerasGraph,
  type KerasGroup,
  type KerasTensor,
} from './kerasGraph.ts'

/** Groups of a nested model as groups inside the one that this call of the model makes. */
const nestGroups = (outer: KerasGroup) => {
  const nested = new Map<KerasGroup, KerasGroup>()
  const nest = (group: KerasGroup | null): KerasGroup => {
    if (!group) return outer
    const known = nested.get(group)
    if (known) return known
    const made = { title: group.title, parent: nest(group.parent), part: `group_${nested.size}` }
    nested.set(group, made)
    return made
  }
  return nest
}

/**
 * Calls a model inside another: its calls once more, with the same layers, these tensors for its inputs, and a group of
 * their own. Inputs that nothing is given for stay inputs. Returns the tensors it puts out.
 */
export const callModel = (
  { name, inputs, outputs }: KerasGraph,
  given: readonly KerasTensor[],
  parent: KerasGroup | null,
): readonly KerasTensor[] => {
  const nest = nestGroups({ title: name, parent, of: outputs })
  const fed = new Map(inputs.flatMap(({ call }, index) => (given[index] ? [[call, given[index]]] : [])))
  const copies = new Map<KerasCall, KerasCall>()
  const moved = ({ call, output }: KerasTensor): KerasTensor =>
    fed.get(call) ?? { call: copies.get(call) ?? call, output }
  const movedArgument = (argument: KerasArgument) =>
    isTensor(argument) ? moved(argument) : argument.map(moved)
  for (const call of callOrder(outputs)) {
    if (fed.has(call)) continue
    const kwargs = Object.entries(call.kwargs).map(
      ([key, argument]) => [key, movedArgument(argument)] as const,
    )
    const args = call.args.map(movedArgument)
    copies.set(call, {
      ...call,
      args,
      kwargs: Object.fromEntries(kwargs),
      group: nest(call.group),
      part: `call_${copies.size}`,
    })
  }
  return outputs.map(moved)
}
