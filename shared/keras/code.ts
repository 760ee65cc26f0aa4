/** A program or a JSON text, and where in it each node stands. */
export interface Code {
  readonly text: string
  /** Lines, counted from 0, by node id; the first line of each. */
  readonly lines: ReadonlyMap<string, number>
}

/** Collects lines of code and which node they belong to. */
export const createCode = () => {
  const lines: string[] = []
  const places = new Map<string, number>()
  return {
    add: (...more: readonly string[]) => {
      for (const line of more) lines.push(line)
    },
    /** The next line is this node's; the last mark of a node counts. */
    mark: (node: string) => {
      places.set(node, lines.length)
    },
    /** This node stands where another one does. */
    markLike: (node: string, other: string) => {
      const place = places.get(other)
      if (place !== undefined) places.set(node, place)
    },
    done: (): Code => ({ text: `${lines.join('\n')}\n`, lines: places }),
  }
}
