import { useState } from 'react'
import { selectNodes } from '../../store/session.ts'
import { nodesOfRow } from './outlineActions.ts'
import type { useOutline } from './useOutline.ts'

/** Selecting from the outline: one line, a stretch of lines, or one line more or less. */
export const useOutlineActions = ({ rows, selected, setActive }: ReturnType<typeof useOutline>) => {
  const [anchor, setAnchor] = useState(0)
  const go = (to: number, isExtending = false) => {
    if (!rows[to]) return
    const start = isExtending ? anchor : to
    if (!isExtending) setAnchor(to)
    setActive(to)
    const stretch = rows.slice(Math.min(start, to), Math.max(start, to) + 1)
    selectNodes([...new Set(stretch.flatMap(nodesOfRow))])
  }
  const isSelected = (at: number) => {
    const own = rows[at] ? nodesOfRow(rows[at]) : []
    return own.length > 0 && own.every((id) => selected.has(id))
  }
  const toggle = (at: number) => {
    const row = rows[at]
    if (!row) return
    const own = nodesOfRow(row)
    const others = [...selected].filter((id) => !own.includes(id))
    setActive(at)
    selectNodes(isSelected(at) ? others : [...others, ...own])
  }
  return { go, toggle, isSelected }
}
