import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Announcement } from '../problems/Announcement.tsx'
import styles from './BottomPanel.module.css'
import { BottomStack } from './BottomStack.tsx'
import { bottomStore, closeBottom } from './bottomStore.ts'
import { BottomStrip } from './BottomStrip.tsx'
import { bottomTabs } from './bottomTabs.ts'

/** The graph, and below it one of several views of the whole model. Escape closes the view. */
export function BottomPanel({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const tab = useStore(bottomStore, (state) => state.tab)
  const view = bottomTabs.find(({ id }) => id === tab)
  const frame = useRef<HTMLDivElement>(null)
  const leave = (event: KeyboardEvent) => {
    if (event.code !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.stopPropagation()
    frame.current?.querySelector<HTMLElement>(`[aria-controls="bottom-${tab}"]`)?.focus()
    closeBottom()
  }
  const below = view && (
    <section
      id={`bottom-${view.id}`}
      className={styles['view']}
      aria-label={t(`model.bottom.${view.id}`)}
      onKeyDown={leave}
    >
      <view.Content />
    </section>
  )
  return (
    <div ref={frame} className={styles['frame']}>
      <BottomStack below={below}>{children}</BottomStack>
      <BottomStrip open={tab} />
      <Announcement />
    </div>
  )
}
