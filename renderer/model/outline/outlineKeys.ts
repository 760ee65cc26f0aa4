import type { KeyboardEvent } from 'react'
import type { Project } from '../../../shared/project.ts'
import { analysisOf } from '../../store/analysis.ts'
import { currentProject } from '../../store/document.ts'
import { matchesShortcut } from '../../ui/keys/shortcut.ts'
import { cardSize } from '../card/cardSize.ts'
import { cardsOf } from '../card/cardsOf.ts'
import { shortcuts } from '../canvas/shortcuts.ts'
import { neighbourOf, type Way } from '../edits/neighbourOf.ts'
import type { Rect } from '../edits/freePlace.ts'
import type { OutlineRow } from './outlineRows.ts'

/** What a key asks of the outline. */
export type OutlineMove =
  | { readonly kind: 'go'; readonly to: number; readonly isExtending: boolean }
  | { readonly kind: 'open' | 'close'; readonly group: string }
  | { readonly kind: 'edit' | 'rename' | 'toggle' }
  | { readonly kind: 'search'; readonly letter: string }

const ways = ['next', 'previous', 'above', 'below'] as const satisfies readonly Way[]

/** Where every node lies, also those that a block on the canvas hides. */
const rectsOf = (project: Project): ReadonlyMap<string, Rect> =>
  new Map(
    [...cardsOf(project, analysisOf(project))].map(([id, card]) => {
      const { x = 0, y = 0 } = project.nodes[id] ?? {}
      return [id, { x, y, ...cardSize(card) }]
    }),
  )

/** The line at the other end of an edge of a node, or beside it; lines that are hidden are passed over. */
const alongEdge = (rows: readonly OutlineRow[], row: OutlineRow, way: Way): number => {
  const project = currentProject()
  const to = row.kind === 'node' ? neighbourOf(project.edges, rectsOf(project), row.id, way) : null
  return to === null ? -1 : rows.findIndex(({ kind, id }) => kind === 'node' && id === to)
}

const parentOf = (rows: readonly OutlineRow[], at: number): number => {
  const level = rows[at]?.level ?? 1
  return rows.findLastIndex((row, index) => index < at && row.level < level)
}

/** The way to the right goes into a group, the way to the left out of it. */
const sideways = (rows: readonly OutlineRow[], at: number, isIn: boolean): OutlineMove | null => {
  const row = rows[at]
  if (!row) return null
  if (row.kind === 'group' && row.isOpen !== isIn) return { kind: isIn ? 'open' : 'close', group: row.id }
  const to = isIn ? (row.kind === 'group' ? at + 1 : -1) : parentOf(rows, at)
  return to >= 0 && to < rows.length ? { kind: 'go', to, isExtending: false } : null
}

/** What a key pressed at a line means; null leaves it to others. */
export const outlineMove = (
  event: KeyboardEvent,
  rows: readonly OutlineRow[],
  at: number,
): OutlineMove | null => {
  const { code, shiftKey, nativeEvent } = event
  const row = rows[at]
  if (nativeEvent.isComposing || !row) return null
  const way = ways.find((name) => matchesShortcut(nativeEvent, shortcuts[name]))
  if (way) return { kind: 'go', to: alongEdge(rows, row, way), isExtending: false }
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const last = rows.length - 1
  const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }
  const pages: Readonly<Record<string, number>> = { PageDown: at + 10, PageUp: at - 10 }
  const to = steps[code] ?? pages[code]
  if (to !== undefined) return { kind: 'go', to: Math.max(0, Math.min(last, to)), isExtending: shiftKey }
  if (code === 'ArrowRight' || code === 'ArrowLeft') return sideways(rows, at, code === 'ArrowRight')
  if (code === 'Enter') return { kind: 'edit' }
  if (code === 'F2') return { kind: 'rename' }
  if (code === 'Space') return { kind: 'toggle' }
  // The slash opens the quick-add box, as on the canvas.
  const isLetter = event.key.length === 1 && !shiftKey && code !== 'Slash'
  return isLetter ? { kind: 'search', letter: event.key } : null
}
