import '@xyflow/react/dist/base.css'
import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  type Viewport,
} from '@xyflow/react'
import { useLayoutEffect, useMemo, useState } from 'react'
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
import { fittedViewport } from './fitGraph.ts'
import { flowSettings } from './flowSettings.ts'
import { followDocument } from './followDocument.ts'
import { minimapColour } from './minimapColour.ts'
import { Overview } from './overview/Overview.tsx'
import { manyNodes } from './overview/overviewMode.ts'
import { pointOverview } from './overview/pointOverview.ts'
import { useShown } from './overview/useShown.ts'
import { useClipboard } from './useClipboard.ts'
import { lastViewport } from './viewport.ts'

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
  const [pane, setPane] = useState<HTMLDivElement | null>(null)
  const hasMinimap = useStore(canvasStore, (state) => state.hasMinimap)
  const canEdit = !useDocument((state) => state.readOnly)
  const ariaLabels = useAriaLabels()
  useClipboard(pane)
  // The pane's size is known before anything is painted, so the first frame shows the graph in its place.
  const view = useMemo(() => pane && { viewport: firstView(docId, pane) }, [docId, pane])
  const firstZoom = view?.viewport?.zoom ?? 1
  const shown = useShown(firstZoom)
  return (
    <>
      <div className={styles['canvas']} ref={setPane} {...canvasKeys}>
        {view && (
          <ReactFlow
            {...flowSettings}
            {...(view.viewport ? { defaultViewport: view.viewport } : {})}
            nodes={shown.nodes}
            edges={shown.edges}
            onPaneMouseMove={pointOverview}
            aria-label={t('model.canvas.label')}
            ariaLabelConfig={ariaLabels}
            nodesDraggable={canEdit}
            nodesConnectable={canEdit}
            edgesReconnectable={canEdit}
            onlyRenderVisibleElements={shown.nodes.length > manyNodes}
          >
            <Background variant={BackgroundVariant.Dots} gap={24} size={1.25} />
            <FarSwitch firstZoom={firstZoom} nodes={shown.nodes.length} />
            <Overview />
            {hasMinimap && !shown.isOverview && (
              <MiniMap pannable zoomable nodeColor={minimapColour} ariaLabel={t('model.canvas.minimap')} />
            )}
          </ReactFlow>
        )}
        {shown.nodes.length === 0 && <EmptyCanvas />}
        <ArrangeToolbar />
        <CanvasToolbar />
        <CanvasNotice />
        <LayoutNotice />
        <Said />
      </div>
      {/* Outside the canvas, whose keys and clicks are not theirs. */}
      <ContextMenu />
      <QuickAdd />
      <ConnectPick />
    </>
  )
}

/** Where the graph is looked at first: where it was last, or all of it. Undefined for an empty graph. */
const firstView = (docId: string, pane: HTMLElement): Viewport | undefined =>
  lastViewport(docId) ?? fittedViewport(canvasStore.getState().nodes, pane.getBoundingClientRect())

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
