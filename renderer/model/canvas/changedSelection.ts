/** Ids after React Flow's select and unselect changes, in order of selecting. */
export const changedSelection = (
  before: readonly string[],
  changes: readonly { readonly id: string; readonly selected: boolean }[],
): readonly string[] => {
  const result = new Set(before)
  for (const { id, selected } of changes) {
    if (selected) result.add(id)
    else result.delete(id)
  }
  return [...result]
}
