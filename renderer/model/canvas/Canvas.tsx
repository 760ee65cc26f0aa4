import '@xyflow/react/dist/base.css'
import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  type EdgeTypes,
  MiniMap,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
} from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useDocument } from '../../store/document.ts'
import { LayerNode } from '../card/LayerNode.tsx'
import { fitOptions } from './canvasActions.ts'
import { canvasKeys } from './canvasKeys.ts'
import styles from './Canvas.module.css'
import { CanvasNotice } from './CanvasNotice.tsx'
import { canvasStore } from './canvasStore.ts'
import { CanvasToolbar } from './CanvasToolbar.tsx'
import * as edges from './edgeEvents.ts'
import { EmptyCanvas } from './EmptyCanvas.tsx'
import { FarSwitch } from './FarSwitch.tsx'
import { followDocument } from './followDocument.ts'
import { minimapColour } from './minimapColour.ts'
import * as nodes from './nodeEvents.ts'
import { ShapeEdge } from './ShapeEdge.tsx'
import { useClipboard } from './useClipboard.ts'
import { keepViewport, lastViewport, rememberFlow } from './viewport.ts'

const nodeTypes: NodeTypes = { layer: LayerNode }
const edgeTypes: EdgeTypes = { shape: ShapeEdge }
const grid: [number, number] = [8, 8]
const attribution = { hideAttribution: true }
/** Above this, only what is in view is in the page. */
const manyNodes = 100

/** The graph: place, wire, move and delete nodes. */
export function Canvas() {
  const docId = useDocument((state) => state.docId)
  useLayoutEffect(followDocument, [])
  return (
    <ReactFlowProvider key={docId}>
      <Graph docId={docId ?? ''} />
    </ReactFlowProvider>
  )
}

function Graph({ docId }: { readonly docId: string }) {
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  const shown = useStore(canvasStore, (state) => state.nodes)
  const wires = useStore(canvasStore, (state) => state.edges)
  const hasMinimap = useStore(canvasStore, (state) => state.hasMinimap)
  const isReadOnly = useDocument((state) => state.readOnly)
  useClipboard(root)
  const viewport = lastViewport(docId)
  return (
    <div className={styles['canvas']} ref={root} {...canvasKeys}>
      <ReactFlow
        // React Flow's types ask for mutable arrays, but it never writes to them.
        nodes={shown as never}
        edges={wires as never}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        aria-label={t('model.canvas.label')}
        ariaLabelConfig={{
          'node.a11yDescription.default': t('model.node.keys'),
          'node.a11yDescription.keyboardDisabled': t('model.node.keys'),
          'edge.a11yDescription.default': t('model.edge.keys'),
          'node.a11yDescription.ariaLiveMessage': ({ x, y }) => t('model.node.moved', { x, y }),
        }}
        onInit={rememberFlow}
        {...(viewport ? { defaultViewport: viewport } : { fitView: true, fitViewOptions: fitOptions() })}
        onMoveEnd={keepViewport}
        onNodesChange={nodes.onNodesChange as never}
        onNodeMouseEnter={nodes.onNodeMouseEnter as never}
        onNodeMouseLeave={nodes.onNodeMouseLeave}
        onEdgesChange={edges.onEdgesChange as never}
        onEdgeMouseEnter={edges.onEdgeMouseEnter as never}
        onEdgeMouseLeave={edges.onEdgeMouseLeave}
        isValidConnection={edges.isValidConnection as never}
        onConnect={edges.onConnect}
        onConnectStart={edges.onConnectStart}
        onConnectEnd={edges.onConnectEnd}
        onReconnect={edges.onReconnect as never}
        connectionLineType={ConnectionLineType.Bezier}
        connectionRadius={28}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        edgesReconnectable={!isReadOnly}
        deleteKeyCode={null}
        selectionMode={SelectionMode.Partial}
        snapToGrid
        snapGrid={grid}
        minZoom={0.05}
        maxZoom={3}
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={shown.length > manyNodes}
        proOptions={attribution}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.25} />
        <FarSwitch />
        {hasMinimap && (
          <MiniMap
            pannable
            zoomable
            nodeColor={minimapColour as never}
            ariaLabel={t('model.canvas.minimap')}
          />
        )}
      </ReactFlow>
      {shown.length === 0 && <EmptyCanvas />}
      <CanvasToolbar />
      <CanvasNotice />
    </div>
  )
}
