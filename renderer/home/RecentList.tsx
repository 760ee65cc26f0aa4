import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecentProject } from '../../shared/contract.ts'
import { client } from '../client.ts'
import { attempt } from '../files/attempt.ts'
import { openFile } from '../files/opening.ts'
import { formatMoment } from '../i18n/format.ts'
import styles from './ExampleList.module.css'

/** Projects lately used, untitled ones first. */
export function RecentList() {
  const { t } = useTranslation()
  const [recent, setRecent] = useState<readonly RecentProject[]>([])
  useEffect(() => attempt(async () => setRecent(await client.listRecent())), [])
  if (recent.length === 0) return <p className={styles['none']}>{t('home.noRecent')}</p>
  return (
    <ul className={styles['list']}>
      {recent.slice(0, 8).map(({ handle, name, place, modified }) => (
        <li key={handle}>
          <button type="button" className={styles['example']} onClick={() => openFile(handle)}>
            <strong>{name || t('app.untitled')}</strong>
            <span>
              {place || t('app.saved.never')} · {formatMoment(modified)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
