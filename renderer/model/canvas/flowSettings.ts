import { ConnectionLineType, type ReactFlowProps, SelectionMode } from '@xyflow/react'
import { LayerNode } from '../card/LayerNode.tsx'
import { BlockNode } from '../groups/BlockNode.tsx'
import { GroupFrame } from '../groups/GroupFrame.tsx'
import { NoteCard } from '../notes/NoteCard.tsx'
import type { CanvasEdge } from './canvasEdges.ts'
import * as drags from './dragEvents.ts'
import * as edges from './edgeEvents.ts'
import * as nodes from './nodeEvents.ts'
import type { CanvasNode } from './canvasNode.ts'
import { ShapeEdge } from './ShapeEdge.tsx'
import { keepViewport, rememberFlow } from './viewport.ts'

/** Everything of React Flow that never changes: the same objects and functions at every render. */
export const flowSettings = {
  nodeTypes: { layer: LayerNode, block: BlockNode, frame: GroupFrame, note: NoteCard },
  edgeTypes: { shape: ShapeEdge },
  onInit: rememberFlow,
  onMoveEnd: keepViewport,
  ...nodes,
  ...drags,
  ...edges,
  connectionLineType: ConnectionLineType.Bezier,
  connectionRadius: 28,
  deleteKeyCode: null,
  multiSelectionKeyCode: ['Shift', 'Control', 'Meta'],
  selectionMode: SelectionMode.Partial,
  snapToGrid: true,
  snapGrid: [8, 8],
  minZoom: 0.05,
  maxZoom: 3,
  zoomOnDoubleClick: false,
  attributionPosition: 'bottom-left',
} as const satisfies ReactFlowProps<CanvasNode, CanvasEdge>
