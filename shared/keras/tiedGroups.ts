import type { KerasCall, KerasGroup } from './kerasGraph.ts'

/** The call of a nested model that a call is in, the outermost one. */
export const modelCall = ({ group }: KerasCall): KerasGroup | null => {
  let found: KerasGroup | null = null
  for (let at = group; at; at = at.parent) if (at.of) found = at
  return found
}

/**
 * Marks for groups that are calls of one nested model, of which all the same layers are left; a model that is called once,
 * or of which some calls lead to no output, ties nothing.
 */
export const tiedGroups = (calls: readonly KerasCall[]): ReadonlyMap<KerasGroup, string> => {
  const parts = new Map<KerasGroup, string[]>()
  for (const call of calls) {
    const group = modelCall(call)
    if (group) parts.set(group, [...(parts.get(group) ?? []), call.part ?? ''])
  }
  const byModel = new Map<object, KerasGroup[]>()
  for (const group of parts.keys())
    if (group.of) byModel.set(group.of, [...(byModel.get(group.of) ?? []), group])
  const marks = new Map<KerasGroup, string>()
  for (const groups of byModel.values()) {
    const shapes = new Set(groups.map((group) => parts.get(group)?.toSorted().join(' ')))
    const mark = `tie_${marks.size}`
    if (groups.length > 1 && shapes.size === 1) for (const group of groups) marks.set(group, mark)
  }
  return marks
}
