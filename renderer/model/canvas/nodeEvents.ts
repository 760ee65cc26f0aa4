import { applyNodeChanges, type NodeChange, type OnNodesChange } from '@xyflow/react'
import type { MouseEvent } from 'react'
import { setNotes } from '../../../shared/edits/notes.ts'
import { moveNodes } from '../../../shared/edits/setValues.ts'
import type { Note, Project } from '../../../shared/project.ts'
import { currentProject, edit } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { nodesOfCard, selectedCards, selectionAfter } from '../groups/flowSelection.ts'
import { followFrames, nodePlaces, withFrameMoves } from '../groups/groupMoves.ts'
import { noteOf } from '../notes/noteNodes.ts'
import { type CanvasNode, isCard } from './canvasNode.ts'
import { canvasStore } from './canvasStore.ts'
import { changedSelection } from './changedSelection.ts'
import { restingPlaces } from './restingPlaces.ts'
import { selectHere } from './selectHere.ts'

type Changes = readonly NodeChange<CanvasNode>[]

/** Notes' new sizes, while one of their edges is dragged. */
const noteSizes = (changes: Changes): Record<string, Partial<Note>> =>
  Object.fromEntries(
    changes.flatMap((change) => {
      const note = change.type === 'dimensions' && change.resizing !== undefined ? noteOf(change.id) : null
      return note !== null && change.type === 'dimensions' && change.dimensions
        ? [[note, { ...change.dimensions }]]
        : []
    }),
  )

/** The document with everything where it came to rest; one step of the history. */
const settled = (project: Project, changes: Changes): Project => {
  const places = Object.entries(restingPlaces(changes))
  const notes = noteSizes(changes)
  for (const [id, place] of places) {
    const note = noteOf(id)
    if (note !== null) notes[note] = { ...notes[note], ...place }
  }
  const cards = Object.fromEntries(places.filter(([id]) => noteOf(id) === null))
  return setNotes(moveNodes(project, nodePlaces(project, cards)), notes)
}

/** Splits React Flow's selecting of everything into that of nodes and that of notes. */
const takeSelection = (changes: Changes) => {
  const selected = changes.filter((change) => change.type === 'select')
  if (selected.length === 0) return
  const notes = selected.flatMap(({ id, selected: isSelected }) => {
    const note = noteOf(id)
    return note === null ? [] : [{ id: note, selected: isSelected }]
  })
  if (notes.length)
    canvasStore.setState(({ selectedNotes }) => ({
      selectedNotes: new Set(changedSelection([...selectedNotes], notes)),
    }))
  const nodes = selected.filter(({ id }) => noteOf(id) === null)
  if (nodes.length) selectHere(selectionAfter(currentProject(), sessionStore.getState().selection, nodes))
}

/** React Flow's changes: selection goes to the session, sizes and drags to the canvas, places at rest to the document. */
export const onNodesChange: OnNodesChange<CanvasNode> = (given) => {
  const changes = withFrameMoves(currentProject(), canvasStore.getState().nodes, given)
  const own = changes.filter(({ type }) => type === 'position' || type === 'dimensions')
  if (own.length) {
    const isMoving = own.some(({ type }) => type === 'position')
    canvasStore.setState(({ nodes: before }) => {
      const nodes = applyNodeChanges(own, before)
      return { nodes: isMoving ? followFrames(currentProject(), nodes) : nodes }
    })
    edit((project) => settled(project, own))
  }
  takeSelection(changes)
}

/** A click on one of several selected cards selects it alone; React Flow would leave all of them selected. */
export const onNodeClick = ({ ctrlKey, metaKey, shiftKey }: MouseEvent, node: CanvasNode): void => {
  const project = currentProject()
  const { selection } = sessionStore.getState()
  if (ctrlKey || metaKey || shiftKey || !isCard(node)) return
  if (selectedCards(project, selection).size > 1) selectHere(nodesOfCard(project, node.id))
}

/** The pointer is over a node. */
export const onNodeMouseEnter = (_: unknown, { id }: CanvasNode): void =>
  canvasStore.setState({ hoveredNode: id })

/** The pointer left it. */
export const onNodeMouseLeave = (): void => canvasStore.setState({ hoveredNode: null })
