import '@xyflow/react/dist/base.css'
import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useDocument } from '../../store/document.ts'
import { ConnectPick } from '../connect/ConnectPick.tsx'
import { Said } from '../groups/Said.tsx'
import { LayoutNotice } from '../layout/LayoutNotice.tsx'
import { QuickAdd } from '../quickAdd/QuickAdd.tsx'
import styles from './Canvas.module.css'
import { ArrangeToolbar } from './ArrangeToolbar.tsx'
import { canvasKeys } from './canvasKeys.ts'
import { CanvasNotice } from './CanvasNotice.tsx'
import { canvasStore } from './canvasStore.ts'
import { CanvasToolbar } from './CanvasToolbar.tsx'
import { ContextMenu } from './ContextMenu.tsx'
import { EmptyCanvas } from './EmptyCanvas.tsx'
import { FarSwitch } from './FarSwitch.tsx'
import { fitOptions } from './fitGraph.ts'
import { flowSettings } from './flowSettings.ts'
import { followDocument } from './followDocument.ts'
import { minimapColour } from './minimapColour.ts'
import { useClipboard } from './useClipboard.ts'
import { lastViewport } from './viewport.ts'

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
  const nodes = useStore(canvasStore, (state) => state.nodes)
  const edges = useStore(canvasStore, (state) => state.edges)
  const hasMinimap = useStore(canvasStore, (state) => state.hasMinimap)
  const canEdit = !useDocument((state) => state.readOnly)
  const ariaLabels = useAriaLabels()
  useClipboard(root)
  const view = useMemo(() => {
    const viewport = lastViewport(docId)
    return viewport ? { defaultViewport: viewport } : { fitView: true, fitViewOptions: fitOptions() }
  }, [docId])
  return (
    <div className={styles['canvas']} ref={root} {...canvasKeys}>
      <ReactFlow
        {...flowSettings}
        {...view}
        nodes={nodes}
        edges={edges}
        aria-label={t('model.canvas.label')}
        ariaLabelConfig={ariaLabels}
        nodesDraggable={canEdit}
        nodesConnectable={canEdit}
        edgesReconnectable={canEdit}
        onlyRenderVisibleElements={nodes.length > manyNodes}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.25} />
        <FarSwitch />
        {hasMinimap && (
          <MiniMap pannable zoomable nodeColor={minimapColour} ariaLabel={t('model.canvas.minimap')} />
        )}
      </ReactFlow>
      {nodes.length === 0 && <EmptyCanvas />}
      <ArrangeToolbar />
      <CanvasToolbar />
      <CanvasNotice />
      <LayoutNotice />
      <ContextMenu />
      <Said />
      <QuickAdd />
      <ConnectPick />
    </div>
  )
}

/** What assistive technology is told about nodes and edges, in the page's language. */
const useAriaLabels = () => {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('model.node.keys'),
      'node.a11yDescription.keyboardDisabled': t('model.node.keys'),
      'edge.a11yDescription.default': t('model.edge.keys'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) =>
        t('model.node.moved', { x, y }),
    }),
    [t],
  )
}
