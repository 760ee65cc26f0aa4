import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { connectionStore } from '../client.ts'
import styles from './ConnectionNotice.module.css'

/** A quiet line while the core can't be reached; work goes on and is sent once it is back. */
export function ConnectionNotice() {
  const { t } = useTranslation()
  const connection = useStore(connectionStore, (state) => state.connection)
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (connection !== 'lost') return
    const timer = setTimeout(() => setLong(true), 8000)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [connection])
  if (connection !== 'lost') return null
  return (
    <div className={styles['notice']} role="status">
      {t('app.connection.lost')} {isLong && t('app.connection.long')}
    </div>
  )
}
