import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usedColumns } from '../../../shared/edits/manageSources.ts'
import { sourceName } from '../../../shared/sourceName.ts'
import type { TableProfile } from '../../../shared/table.ts'
import { formatBytes, formatCount } from '../../i18n/format.ts'
import { currentDocId, useProject } from '../../store/document.ts'
import { showDialog } from '../../store/session.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { Dialog } from '../../ui/overlay/Dialog.tsx'
import { attempt } from '../attempt.ts'
import { ChooseTable } from '../ChooseTable.tsx'
import { ReadingProgress } from '../ReadingProgress.tsx'
import { Differences } from './Differences.tsx'
import styles from './ReplaceSourceDialog.module.css'
import { type ReadReplacement, useReplacement } from './useReplacement.ts'

const choices = ['keep', 'refit'] as const
type Encodings = (typeof choices)[number]

/** Next month's file in the place of a source's: chosen, compared with the last one, and taken over in one step. */
export function ReplaceSourceDialog({ source: id }: { readonly source: string }) {
  const { t } = useTranslation()
  const project = useProject((whole) => whole)
  const source = project.data.sources.find((one) => one.id === id)
  const { before, reading, cancel, found, problem, choose, apply, again } = useReplacement(id)
  const [encodings, setEncodings] = useState<Encodings>('keep')
  const close = () => showDialog(null)
  const replace = () =>
    attempt(async () => {
      await apply(encodings)
      close()
    })
  return (
    <Dialog
      title={t('files.replace.title', { source: source ? sourceName(source) : id })}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        found && (
          <>
            <Button variant="quiet" onPress={again}>
              {t('home.table.other')}
            </Button>
            <Button onPress={close}>{t('app.cancel')}</Button>
            <Button variant="primary" onPress={replace}>
              {t('files.replace.replace')}
            </Button>
          </>
        )
      }
    >
      <div className={styles['stack']}>
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        {reading ? (
          <ReadingProgress reading={reading} onCancel={cancel} />
        ) : found ? (
          <>
            <Sizes found={found} before={before} />
            <Differences difference={found.difference} used={usedColumns(project, id)} />
            <Select
              label={t('files.replace.encodings')}
              layout="column"
              items={choices.map((choice) => ({
                id: choice,
                label: t(`files.replace.${choice}`),
                description: t(`files.replace.${choice}Help`),
              }))}
              value={encodings}
              onChange={setEncodings}
              help={t(`files.replace.${encodings}Help`)}
            />
          </>
        ) : (
          <ChooseTable docId={currentDocId()} onPicked={(file) => void choose(file)} />
        )}
      </div>
    </Dialog>
  )
}

interface SizesProps {
  readonly found: ReadReplacement
  readonly before: TableProfile | null
}

function Sizes({ found, before }: SizesProps) {
  const { t } = useTranslation()
  const size = ({ rows, columns, bytes }: TableProfile) =>
    t('data.size', {
      rows: formatCount(rows),
      count: columns.length,
      columns: formatCount(columns.length),
      bytes: formatBytes(bytes),
    })
  return (
    <dl className={styles['sizes']}>
      {before && (
        <>
          <dt>{t('files.replace.before')}</dt>
          <dd>{size(before)}</dd>
        </>
      )}
      <dt>{t('files.replace.now')}</dt>
      <dd>
        <b>{found.file.name}</b> {size(found.profile)}
      </dd>
    </dl>
  )
}
