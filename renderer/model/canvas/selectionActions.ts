import { isBypassed } from '../../../shared/bypass.ts'
import { bypassNodes } from '../../../shared/edits/bypassNodes.ts'
import { isCall } from '../../../shared/project.ts'
import { i18n } from '../../i18n/i18n.ts'
import { currentProject, edit } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { showToast } from '../../ui/toasts/toasts.ts'
import { copyNodes } from '../clip/copyNodes.ts'
import { pasteClip, readClip } from '../clip/pasteClip.ts'
import { pasteOther } from '../clip/pasteOther.ts'
import { deleteParts } from '../edits/deleteParts.ts'
import { groupAround } from '../groups/seenGraph.ts'
import { canvasStore } from './canvasStore.ts'
import { selectHere } from './selectHere.ts'

/** Deletes the selected nodes, edges and notes, in one step; edges are healed over the nodes. */
export const deleteSelection = (): void => {
  const { selection } = sessionStore.getState()
  const { edges, selectedEdges, selectedNotes } = canvasStore.getState()
  const gone = edges.flatMap(({ id, data }) =>
    selectedEdges.has(id) && data ? (data.edges ?? [data.edge]) : [],
  )
  edit((project) => deleteParts(project, { nodes: selection, edges: gone, notes: [...selectedNotes] }))
  canvasStore.setState({ selectedEdges: new Set(), selectedNotes: new Set() })
}

/** Selects every node and note. */
export const selectAll = (): void => {
  const { nodes, notes } = currentProject()
  selectHere(Object.keys(nodes))
  canvasStore.setState({ selectedNotes: new Set(Object.keys(notes)) })
}

/** Bypasses the selected calls, or takes them back in when all of them are bypassed already. */
export const bypassSelection = (): void => {
  const { selection } = sessionStore.getState()
  edit((project) => {
    const calls = selection.filter((id) => {
      const node = project.nodes[id]
      return node !== undefined && isCall(node)
    })
    const isAll = calls.every((id) => {
      const node = project.nodes[id]
      return node !== undefined && isBypassed(node)
    })
    return bypassNodes(project, calls, !isAll)
  })
}

/** The selected nodes and notes as text for the clipboard, or null when none is selected. */
export const copiedText = (): string | null => {
  const { selectedNotes } = canvasStore.getState()
  const clip = copyNodes(currentProject(), sessionStore.getState().selection, [...selectedNotes])
  return clip && JSON.stringify(clip, null, 2)
}

const step = 32

/**
 * Adds the nodes and notes of a text that `copiedText` made, a little beside the originals and in the group that
 * the selection stands in, and selects them.
 */
export const pasteText = (text: string): boolean => {
  const clip = readClip(text)
  if (!clip) return false
  let added: { readonly nodes: readonly string[]; readonly notes: readonly string[] } = {
    nodes: [],
    notes: [],
  }
  edit((project) => {
    const taken = [...Object.values(project.nodes), ...Object.values(project.notes)]
    const placed = [...Object.values(clip.nodes), ...Object.values(clip.notes)]
    let shift = step
    const isTaken = () =>
      placed.some(({ x, y }) => taken.some((one) => one.x === x + shift && one.y === y + shift))
    while (isTaken()) shift += step
    const into = groupAround(project, sessionStore.getState().selection) ?? undefined
    const pasted = pasteClip(project, clip, { x: shift, y: shift }, into)
    added = pasted
    return pasted.project
  })
  selectHere(added.nodes)
  canvasStore.setState({ selectedNotes: new Set(added.notes), selectedEdges: new Set() })
  return true
}

/** Copies the selected nodes and notes beside themselves, with layers of their own. */
export const duplicateSelection = (): void => {
  const text = copiedText()
  if (text) pasteText(text)
}

/** What was copied last, for a page that may not read the clipboard. */
let lastCopied: string | null = null
const sayKeys = () => showToast({ text: i18n.t('model.clipboard.useKeys') })

/** Puts the selection on the clipboard, from a menu. */
export const copySelection = (): void => {
  lastCopied = copiedText()
  if (lastCopied) navigator.clipboard.writeText(lastCopied).catch(sayKeys)
}

/** Puts the selection on the clipboard and deletes it, from a menu. */
export const cutSelection = (): void => {
  copySelection()
  deleteSelection()
}

/** Pastes from the clipboard, from a menu; where the page may not read it, what was last copied from a menu. */
export const pasteFromMenu = (): void => {
  const take = (text: string | null) => {
    if (text === null) sayKeys()
    else if (!pasteText(text)) pasteOther(text)
  }
  navigator.clipboard.readText().then(take, () => take(lastCopied))
}
