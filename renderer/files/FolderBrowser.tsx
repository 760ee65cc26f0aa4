import { ChevronRight, FileSpreadsheet, Folder as FolderIcon, Network, Package } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Folder, FolderEntry } from '../../shared/contract.ts'
import { client } from '../client.ts'
import { formatBytes, formatMoment } from '../i18n/format.ts'
import { errorText } from '../i18n/problemText.ts'
import { classes } from '../ui/classes.ts'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { ErrorState } from '../ui/feedback/ErrorState.tsx'
import styles from './FolderBrowser.module.css'

interface FolderBrowserProps {
  /** Files to show beside folders. */
  readonly kind: 'project' | 'data'
  /** Relative to the root folder. */
  readonly path: string
  readonly onPath: (path: string) => void
  readonly onFile: (file: FolderEntry) => void
  /** Marks this file. */
  readonly selected?: string
}

const icons = { folder: FolderIcon, project: Network, pack: Package, data: FileSpreadsheet } as const

const shownKinds: Readonly<Record<FolderBrowserProps['kind'], readonly FolderEntry['kind'][]>> = {
  project: ['folder', 'project', 'pack'],
  data: ['folder', 'data'],
}

/** A folder of the root that Layerloom serves from: folders to enter, files to choose. */
export function FolderBrowser({ kind, path, onPath, onFile, selected }: FolderBrowserProps) {
  const { t } = useTranslation()
  const [folder, setFolder] = useState<Folder | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isLeft = false
    client.browse(path).then(
      (found) => {
        if (isLeft) return
        setFolder(found)
        setProblem(null)
      },
      (error: unknown) => !isLeft && setProblem(errorText(error)),
    )
    return () => {
      isLeft = true
    }
  }, [path])
  const shown = shownKinds[kind]
  const entries = folder?.entries.filter((entry) => shown.includes(entry.kind)) ?? []
  const enter = (entry: FolderEntry) =>
    entry.kind === 'folder' ? onPath(path ? `${path}/${entry.name}` : entry.name) : onFile(entry)
  return (
    <div className={styles['browser']}>
      <Trail path={path} onPath={onPath} />
      <div className={styles['list']} role="group" aria-label={t('files.folder')}>
        {problem !== null && <ErrorState title={t('files.folderFailed')} text={problem} />}
        {problem === null && folder && entries.length === 0 && (
          <EmptyState
            icon={<FolderIcon />}
            title={t(kind === 'project' ? 'files.noProjects' : 'files.noTables')}
          />
        )}
        {problem === null &&
          entries.map((entry) => (
            <Entry key={entry.name} entry={entry} isSelected={entry.name === selected} onOpen={enter} />
          ))}
      </div>
    </div>
  )
}

interface EntryProps {
  readonly entry: FolderEntry
  readonly isSelected: boolean
  readonly onOpen: (entry: FolderEntry) => void
}

function Entry({ entry, isSelected, onOpen }: EntryProps) {
  const Icon = icons[entry.kind]
  return (
    <button
      type="button"
      className={classes(styles['entry'], isSelected && styles['selected'])}
      onClick={() => onOpen(entry)}
    >
      <Icon aria-hidden />
      <span className={styles['name']}>{entry.name}</span>
      {entry.kind !== 'folder' && (
        <>
          <span className={styles['fact']}>{formatMoment(entry.modified)}</span>
          <span className={styles['fact']}>{formatBytes(entry.bytes)}</span>
        </>
      )}
    </button>
  )
}

function Trail({ path, onPath }: Pick<FolderBrowserProps, 'path' | 'onPath'>) {
  const { t } = useTranslation()
  const parts = path === '' ? [] : path.split('/')
  return (
    <nav className={styles['trail']} aria-label={t('files.trail')}>
      <button type="button" onClick={() => onPath('')}>
        {t('files.root')}
      </button>
      {parts.map((part, index) => {
        const place = parts.slice(0, index + 1).join('/')
        return (
          <span key={place}>
            <ChevronRight aria-hidden />
            <button type="button" onClick={() => onPath(place)}>
              {part}
            </button>
          </span>
        )
      })}
    </nav>
  )
}
