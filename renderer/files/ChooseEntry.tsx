import { FileSpreadsheet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ArchiveEntry } from '../../shared/contract.ts'
import { formatBytes } from '../i18n/format.ts'
import { Button } from '../ui/buttons/Button.tsx'
import styles from './ChooseTable.module.css'
import list from './FolderBrowser.module.css'

interface ChooseEntryProps {
  readonly file: string
  readonly entries: readonly ArchiveEntry[]
  readonly onEntry: (name: string) => void
  readonly onOther: () => void
}

/** Which table of an archive that holds several. */
export function ChooseEntry({ file, entries, onEntry, onOther }: ChooseEntryProps) {
  const { t } = useTranslation()
  return (
    <div className={styles['choose']}>
      <p>{t('files.entry.title', { file, count: entries.length })}</p>
      <div className={list['list']} role="group" aria-label={t('files.entry.list', { file })}>
        {entries.map(({ name, bytes }) => (
          <button key={name} type="button" className={list['entry']} onClick={() => onEntry(name)}>
            <FileSpreadsheet aria-hidden />
            <span className={list['name']}>{name}</span>
            {bytes !== null && <span className={list['fact']}>{formatBytes(bytes)}</span>}
          </button>
        ))}
      </div>
      <div>
        <Button variant="quiet" onPress={onOther}>
          {t('home.table.other')}
        </Button>
      </div>
    </div>
  )
}
