import { isCall, type Project } from '../../../shared/project.ts'
import { i18n } from '../../i18n/i18n.ts'
import { analysisOf } from '../../store/analysis.ts'
import { documentStore } from '../../store/document.ts'
import { selectNodes, sessionStore } from '../../store/session.ts'
import { sharedLayers } from '../card/nodeCard.ts'
import { blockEdges } from '../groups/blockEdges.ts'
import { canvasParts } from '../groups/canvasParts.ts'
import { selectedCards } from '../groups/flowSelection.ts'
import { litTies } from '../groups/litTies.ts'
import { reconcileNotes } from '../notes/noteNodes.ts'
import { canvasEdges, reconcileEdges } from './canvasEdges.ts'
import { isNote, keepArray } from './canvasNode.ts'
import { canvasStore } from './canvasStore.ts'
import { isSame } from './isSame.ts'
import { reconcileNodes } from './reconcileNodes.ts'
import { isSelectedHere } from './selectHere.ts'
import { showNode } from './showNode.ts'

const litLayers = (project: Project, ids: readonly (string | null)[]): ReadonlySet<string> => {
  const shared = sharedLayers(project.nodes)
  const layers = ids.flatMap((id) => {
    const node = id !== null && Object.hasOwn(project.nodes, id) ? project.nodes[id] : undefined
    return node && isCall(node) && shared.has(node.layer) ? [node.layer] : []
  })
  return new Set(layers)
}

/** Brings the canvas in step with document, selection and language. Nothing that has not changed is touched. */
const follow = () => {
  const { project } = documentStore.getState()
  if (!project) return
  const selected = sessionStore.getState().selection
  const selection = selected.filter((id) => Object.hasOwn(project.nodes, id))
  if (selection.length < selected.length) selectNodes(selection)
  const analysis = analysisOf(project)
  const { nodes, edges, selectedEdges, selectedNotes, hoveredNode, litLayers: lit } = canvasStore.getState()
  const notes = reconcileNotes(nodes.filter(isNote), project.notes, selectedNotes, i18n.language)
  const cards = reconcileNodes(
    nodes.filter((node) => !isNote(node)),
    canvasParts(project, analysis),
    selectedCards(project, selection),
    i18n.language,
  )
  const nowLit = new Set([
    ...litLayers(project, [hoveredNode, ...selection]),
    ...litTies(project, hoveredNode, selection),
  ])
  canvasStore.setState({
    nodes: keepArray(nodes, [...notes, ...cards]),
    edges: reconcileEdges(
      edges,
      blockEdges(project, canvasEdges(project, analysis, selectedEdges, i18n.language), selectedEdges),
    ),
    litLayers: isSame([...lit], [...nowLit]) ? lit : nowLit,
  })
}

/** Keeps the canvas in step until the returned function is called. */
export const followDocument = (): (() => void) => {
  follow()
  i18n.on('languageChanged', follow)
  const stops = [
    documentStore.subscribe((now, before) => {
      if (now.project === before.project) return
      if (now.docId !== before.docId)
        canvasStore.setState({ nodes: [], edges: [], selectedEdges: new Set(), selectedNotes: new Set() })
      canvasStore.setState({ refusal: null })
      follow()
    }),
    sessionStore.subscribe(({ selection }, before) => {
      if (selection === before.selection) return
      follow()
      const [only] = selection
      if (selection.length === 1 && only !== undefined && !isSelectedHere(selection)) showNode(only)
    }),
    canvasStore.subscribe(
      (now, before) =>
        (now.selectedEdges !== before.selectedEdges ||
          now.selectedNotes !== before.selectedNotes ||
          now.hoveredNode !== before.hoveredNode) &&
        follow(),
    ),
  ]
  return () => {
    i18n.off('languageChanged', follow)
    for (const stop of stops) stop()
  }
}
