import { Lock } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { edit, isUnsaved, useDocument, useProject } from '../store/document.ts'
import { Tooltip } from '../ui/overlay/Tooltip.tsx'
import styles from './TopBar.module.css'

/** The project's name, to be changed in place, and whether everything is saved. */
export function ProjectTitle() {
  const { t } = useTranslation()
  const name = useProject((project) => project.name)
  const readOnly = useDocument((state) => state.readOnly)
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <div className={styles['project']}>
      {draft === null ? (
        <h1 className={styles['heading']}>
          <Tooltip text={t('app.rename')}>
            <Button
              className={styles['name'] ?? ''}
              aria-description={t('app.rename')}
              isDisabled={readOnly}
              onPress={() => setDraft(name)}
            >
              {name || t('app.untitled')}
            </Button>
          </Tooltip>
        </h1>
      ) : (
        <NameField draft={draft} onDraft={setDraft} />
      )}
      <SavedState />
    </div>
  )
}

interface NameFieldProps {
  readonly draft: string
  readonly onDraft: (draft: string | null) => void
}

function NameField({ draft, onDraft }: NameFieldProps) {
  const { t } = useTranslation()
  const isLeft = useRef(false)
  const finish = (isKept: boolean) => {
    if (isLeft.current) return
    isLeft.current = true
    const name = draft.trim()
    if (isKept && name) edit((project) => (project.name === name ? project : { ...project, name }))
    onDraft(null)
  }
  return (
    <input
      className={styles['nameField']}
      aria-label={t('app.projectName')}
      value={draft}
      maxLength={200}
      size={Math.max(8, draft.length)}
      ref={(input) => input?.focus()}
      onFocus={(event) => event.target.select()}
      onChange={(event) => onDraft(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' || event.key === 'Escape') finish(event.key === 'Enter')
      }}
    />
  )
}

function SavedState() {
  const { t } = useTranslation()
  const readOnly = useDocument((state) => state.readOnly)
  const place = useDocument((state) => state.place)
  const unsaved = useDocument(isUnsaved)
  const text = readOnly
    ? t('app.saved.readOnly')
    : place === null
      ? t('app.saved.never')
      : unsaved
        ? t('app.saved.unsaved')
        : t('app.saved.saved')
  return (
    <span className={styles['saved']} role="status" title={place ?? ''}>
      {readOnly ? <Lock aria-hidden /> : unsaved && <span className={styles['dot']} aria-hidden />}
      <span className={styles['savedText']}>{text}</span>
    </span>
  )
}
