import { useStore, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'

/** Below these zooms a card's words, and then its label, can't be read any more. */
const steps = [0.5, 0.36, 0.25] as const

/** How far out a zoom is: 0 while cards can be read, then 1 to 3, each with a larger label. */
const farStep = (zoom: number): number => steps.filter((step) => zoom < step).length

/** Marks how far out the graph is, so that cards become labelled boxes by style alone, without a render. */
export function FarSwitch() {
  const far = useStore(({ transform }) => farStep(transform[2]))
  const store = useStoreApi()
  useEffect(() => {
    const element = store.getState().domNode
    if (!element) return
    if (far > 0) element.dataset['far'] = String(far)
    else delete element.dataset['far']
  }, [far, store])
  return null
}
