import { type KeyboardEvent, useMemo } from 'react'
import type { Code } from '../../../shared/keras/code.ts'
import { selectNodes, useSession } from '../../store/session.ts'

/** How lines of code and selected nodes go together. */
export const useNodeLines = ({ lines }: Code) => {
  const selection = useSession((state) => state.selection)
  const places = useMemo(
    () =>
      [...lines].map(([node, range]) => ({ node, ...range })).toSorted((one, other) => one.from - other.from),
    [lines],
  )
  const marked = useMemo(() => selection.flatMap((id) => lines.get(id) ?? []), [selection, lines])
  return {
    /** The first line of the first selected node. */
    first: marked[0]?.from,
    isMarked: (line: number) => marked.some(({ from, to }) => from <= line && line <= to),
    /** Selects the node that a line belongs to, if it belongs to one. */
    select: (line: number) => {
      const place = places.find(({ from, to }) => from <= line && line <= to)
      if (place) selectNodes([place.node])
    },
    /** Arrow keys select the next node of the text, or the one before. */
    step: (event: KeyboardEvent) => {
      const way = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0
      if (way === 0 || event.nativeEvent.isComposing) return
      event.preventDefault()
      const at = places.findIndex(({ node }) => node === selection[0])
      const next = at < 0 ? places.at(way > 0 ? 0 : -1) : places[at + way]
      if (next) selectNodes([next.node])
    },
  }
}
