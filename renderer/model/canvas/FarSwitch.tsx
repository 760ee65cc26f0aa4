import { useStore, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'

/** Below this zoom a card's words can't be read. */
const farZoom = 0.5

/** Marks the graph as far out, so that cards become labelled boxes by style alone, without a render. */
export function FarSwitch() {
  const isFar = useStore(({ transform }) => transform[2] < farZoom)
  const store = useStoreApi()
  useEffect(() => {
    store.getState().domNode?.toggleAttribute('data-far', isFar)
  }, [isFar, store])
  return null
}
