import { useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { canvasStore } from '../canvasStore.ts'
import { OverviewName } from './OverviewName.tsx'
import styles from './Overview.module.css'
import { startOverview } from './startOverview.ts'

/** Frames for which the overview stays when cards come back, until these are painted. */
const lingering = 3

/** A large graph from afar: boxes and lines on one canvas. Lies inside React Flow, which keeps pan, zoom and the pointer. */
export function Overview() {
  const isOverview = useStore(canvasStore, (state) => state.isOverview)
  const canvas = useRef<HTMLCanvasElement>(null)
  const latest = useRef<(() => void) | null>(null)
  const flow = useStoreApi()
  useLayoutEffect(() => {
    const element = canvas.current
    if (!isOverview || !element) return
    latest.current?.()
    const stop = startOverview(element, flow)
    latest.current = stop
    return () => {
      const linger = (left: number) => {
        if (left > 0) requestAnimationFrame(() => linger(left - 1))
        else if (latest.current === stop) stop()
      }
      linger(lingering)
    }
  }, [isOverview, flow])
  return (
    <>
      <canvas ref={canvas} className={styles['canvas']} aria-hidden />
      {isOverview && <OverviewName />}
    </>
  )
}
