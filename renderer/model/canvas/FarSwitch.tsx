import { useStore, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'

/** Zooms below which a card's words, and then its label, get larger so that they stay readable. */
const wordSteps = [0.8] as const
const labelSteps = [0.5, 0.36, 0.25] as const

const stepsBelow = (zoom: number, steps: readonly number[]) => steps.filter((step) => zoom < step).length

/** Marks how far out the graph is, so that cards become labelled boxes by style alone, without a render. */
export function FarSwitch() {
  const mid = useStore(({ transform }) => stepsBelow(transform[2], wordSteps))
  const far = useStore(({ transform }) => stepsBelow(transform[2], labelSteps))
  const store = useStoreApi()
  useEffect(() => {
    const element = store.getState().domNode
    if (!element) return
    element.toggleAttribute('data-mid', mid > 0)
    if (far > 0) element.dataset['far'] = String(far)
    else delete element.dataset['far']
  }, [mid, far, store])
  return null
}
