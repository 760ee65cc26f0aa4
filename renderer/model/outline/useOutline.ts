import { useMemo, useState } from 'react'
import { groupOf, groupsAround, groupTree } from '../../../shared/groups.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { useProject } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { type OutlineRow, outlineRows } from './outlineRows.ts'

const isAt = (row: OutlineRow, id: string, kind: OutlineRow['kind']) => row.id === id && row.kind === kind

/** The outline's lines, and which of them the keyboard is at: the last one gone to while it is selected, else what is selected. */
export const useOutline = () => {
  const project = useProject((all) => all)
  const analysis = useAnalysis((all) => all)
  const selection = useSession((state) => state.selection)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<(Pick<OutlineRow, 'kind' | 'id'> & { readonly at: number }) | null>(null)
  const rows = useMemo(() => outlineRows(project, analysis, closed), [project, analysis, closed])
  const selected = useMemo(() => new Set(selection), [selection])
  const active = useMemo(() => {
    const find = (id: string, kind: OutlineRow['kind']) => rows.findIndex((row) => isAt(row, id, kind))
    const first = selection[0]
    if (last && (last.kind === 'group' || first === undefined || selected.has(last.id))) {
      const at = find(last.id, last.kind)
      if (at >= 0) return at
    }
    // What was there may have been deleted: the next line takes its place.
    if (first === undefined) return Math.max(0, Math.min(rows.length - 1, last?.at ?? 0))
    const around = groupsAround(groupTree(project), groupOf(project, first)).map((id) => find(id, 'group'))
    return [find(first, 'node'), ...around, 0].find((at) => at >= 0) ?? 0
  }, [rows, last, selection, selected, project])
  const setActive = (at: number) => {
    const row = rows[at]
    if (row) setLast({ kind: row.kind, id: row.id, at })
  }
  const setOpen = (group: string, isOpen: boolean) =>
    setClosed((before) => {
      const next = new Set(before)
      if (isOpen) next.delete(group)
      else next.add(group)
      return next
    })
  return { project, analysis, rows, selected, active, setActive, setOpen }
}
