/** Groups of nodes that reach each other, by Tarjan's algorithm (SIAM J. Comput. 1, 1972) without recursion: graphs can be deep. */
export const strongComponents = (
  ids: readonly string[],
  next: (id: string) => readonly string[],
): readonly (readonly string[])[] => {
  const visit = new Map<string, { readonly number: number; lowest: number; open: boolean }>()
  const stack: string[] = []
  const components: string[][] = []
  const enter = (id: string) => {
    visit.set(id, { number: visit.size, lowest: visit.size, open: true })
    stack.push(id)
    return { id, ahead: [...next(id)] }
  }
  for (const root of ids) {
    if (visit.has(root)) continue
    const path = [enter(root)]
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const here = visit.get(frame.id)
      const to = frame.ahead.pop()
      if (!here) break
      if (to !== undefined) {
        const there = visit.get(to)
        if (!there) path.push(enter(to))
        else if (there.open) here.lowest = Math.min(here.lowest, there.number)
        continue
      }
      path.pop()
      const parent = visit.get(path.at(-1)?.id ?? '')
      if (parent) parent.lowest = Math.min(parent.lowest, here.lowest)
      if (here.lowest === here.number) components.push(close(stack, frame.id))
    }
  }
  function close(open: string[], last: string): string[] {
    const members = open.splice(open.lastIndexOf(last))
    for (const member of members) {
      const found = visit.get(member)
      if (found) found.open = false
    }
    return members
  }
  return components
}
