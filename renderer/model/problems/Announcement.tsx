import { useStore } from 'zustand'
import styles from './Announcement.module.css'
import { announcementStore } from './announcement.ts'

/** Reads out what a repair did and which problem was gone to. */
export function Announcement() {
  const text = useStore(announcementStore, (state) => state.text)
  return (
    <p className={styles['announcement']} role="status">
      {text}
    </p>
  )
}
