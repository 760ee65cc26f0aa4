import { useStore, useStoreApi } from '@xyflow/react'
import { useEffect, useLayoutEffect } from 'react'
import { canvasStore } from './canvasStore.ts'
import { isOverviewAt } from './overview/overviewMode.ts'

/** Zooms below which a card's words, and then its label, get larger so that they stay readable. */
const wordSteps = [0.8] as const
const labelSteps = [0.5, 0.36, 0.25] as const

const stepsBelow = (zoom: number, steps: readonly number[]) => steps.filter((step) => zoom < step).length

/** Marks how far out the graph is, so that cards become labelled boxes by style alone, without a render; and farther, a drawing. */
export function FarSwitch({ firstZoom, nodes }: { readonly firstZoom: number; readonly nodes: number }) {
  const mid = useStore(({ transform }) => stepsBelow(transform[2], wordSteps))
  const far = useStore(({ transform }) => stepsBelow(transform[2], labelSteps))
  const isOverview = useStore(({ transform, panZoom }) =>
    // Before its own start React Flow knows no zoom.
    isOverviewAt(panZoom ? transform[2] : firstZoom, nodes, canvasStore.getState().isOverview ?? false),
  )
  const store = useStoreApi()
  useLayoutEffect(() => {
    canvasStore.setState({ isOverview, pointed: null })
    return () => canvasStore.setState({ isOverview: null })
  }, [isOverview])
  useEffect(() => {
    const element = store.getState().domNode
    if (!element) return
    element.toggleAttribute('data-mid', mid > 0)
    if (far > 0) element.dataset['far'] = String(far)
    else delete element.dataset['far']
  }, [mid, far, store])
  return null
}
