/** Lines of a node in a text, counted from 0; `to` is the last of them. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** A program or a JSON text, and where in it each node stands, by node id. */
export interface Code {
  readonly text: string
  readonly lines: ReadonlyMap<string, LineRange>
}

/** Collects lines of code and which nodes they belong to. */
export const createCode = () => {
  const lines: string[] = []
  const places = new Map<string, LineRange>()
  return {
    add: (...more: readonly string[]) => {
      for (const line of more) lines.push(line)
    },
    /** Adds lines that belong to these nodes. */
    addFor: (nodes: readonly string[], add: () => void) => {
      const from = lines.length
      add()
      for (const node of nodes) places.set(node, { from, to: Math.max(from, lines.length - 1) })
    },
    /** This node stands where another one does. */
    placeLike: (node: string, other: string) => {
      const place = places.get(other)
      if (place) places.set(node, place)
    },
    done: (): Code => ({ text: `${lines.join('\n')}\n`, lines: places }),
  }
}
