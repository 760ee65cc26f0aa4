import type {
  Connection,
  FinalConnectionState,
  IsValidConnection,
  OnConnectEnd,
  OnConnectStart,
  OnEdgesChange,
} from '@xyflow/react'
import { endsProblem } from '../../../shared/edits/connectEnds.ts'
import { currentProject, edit } from '../../store/document.ts'
import type { LooseEnd } from '../edits/connectNodes.ts'
import {
  connectSeen,
  edgesOfConnection,
  landingEdges,
  reconnectSeen,
  seenTargets,
} from '../groups/flowEnds.ts'
import { quickAddAt } from '../quickAdd/openQuickAdd.ts'
import type { CanvasEdge } from './canvasEdges.ts'
import { canvasStore } from './canvasStore.ts'
import { changedSelection } from './changedSelection.ts'

/** Whether an edge may end where the pointer is. */
export const isValidConnection: IsValidConnection<CanvasEdge> = ({
  source,
  sourceHandle = null,
  target,
  targetHandle = null,
}) => {
  const project = currentProject()
  const edges = edgesOfConnection(project, { source, sourceHandle, target, targetHandle })
  return edges.length > 0 && endsProblem(project, edges) === null
}

/** Selected edges; the document is changed by `onDelete` and `onConnect` only. */
export const onEdgesChange: OnEdgesChange<CanvasEdge> = (changes) => {
  const selected = changes.filter((change) => change.type === 'select')
  if (selected.length === 0) return
  canvasStore.setState(({ selectedEdges }) => ({
    selectedEdges: new Set(changedSelection([...selectedEdges], selected)),
  }))
}

/** An edge was drawn from port to port. */
export const onConnect = (connection: Connection): void =>
  canvasStore.setState({
    refusal: edit((project) => connectSeen(project, edgesOfConnection(project, connection))),
  })

/** An end of an edge was dragged to another port. */
export const onReconnect = (old: CanvasEdge, connection: Connection): void => {
  const before = old.data && (old.data.edges ?? [old.data.edge])
  if (!before) return
  const refusal = edit((project) => reconnectSeen(project, before, edgesOfConnection(project, connection)))
  canvasStore.setState({ refusal })
}

/** An edge is being drawn: nodes where it can't end are dimmed. */
export const onConnectStart: OnConnectStart = (_, { nodeId, handleId, handleType }) => {
  if (nodeId === null || handleType === null) return
  const end: LooseEnd = { node: nodeId, port: handleId ?? '', side: handleType }
  canvasStore.setState({ targets: seenTargets(currentProject(), end), refusal: null })
}

const pointOf = (event: MouseEvent | TouchEvent) =>
  'changedTouches' in event ? event.changedTouches[0] : event

const elementUnder = (event: MouseEvent | TouchEvent) => {
  const point = pointOf(event)
  return point && document.elementFromPoint(point.clientX, point.clientY)
}

const nodeUnder = (event: MouseEvent | TouchEvent): string | null =>
  elementUnder(event)?.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? null

const isOverPane = (event: MouseEvent | TouchEvent): boolean =>
  Boolean(elementUnder(event)?.closest('.react-flow'))

const looseEnd = ({ fromHandle }: FinalConnectionState): LooseEnd | null =>
  fromHandle && { node: fromHandle.nodeId, port: fromHandle.id ?? '', side: fromHandle.type }

/** The drawing ended: on a port (done by `onConnect`, or refused with its reason), on a card, or nowhere. */
export const onConnectEnd: OnConnectEnd = (event, state) => {
  canvasStore.setState({ targets: null })
  const end = looseEnd(state)
  const node = state.toHandle?.nodeId ?? nodeUnder(event)
  if (!end || state.isValid || node === end.node) return
  if (node === null) {
    const point = pointOf(event)
    // After the pointer's click, which would take the focus from the box at once.
    if (point && isOverPane(event)) setTimeout(() => quickAddAt({ x: point.clientX, y: point.clientY }, end))
    return
  }
  if (!state.toHandle) {
    canvasStore.setState({
      refusal: edit((project) => connectSeen(project, landingEdges(project, end, node))),
    })
    return
  }
  const project = currentProject()
  canvasStore.setState({ refusal: endsProblem(project, landingEdges(project, end, node)) })
}

/** The pointer is over an edge: its shape shows. */
export const onEdgeMouseEnter = (_: unknown, { id }: CanvasEdge): void =>
  canvasStore.setState({ hoveredEdge: id })

/** The pointer left it. */
export const onEdgeMouseLeave = (): void => canvasStore.setState({ hoveredEdge: null })
