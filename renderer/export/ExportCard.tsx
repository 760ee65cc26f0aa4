import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportResult } from '../../shared/contract.ts'
import { client } from '../client.ts'
import { download } from '../files/download.ts'
import { formatBytes, formatFigure } from '../i18n/format.ts'
import { errorText } from '../i18n/problemText.ts'
import { currentDocId } from '../store/document.ts'
import { useSession } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Notice } from '../ui/feedback/Notice.tsx'
import { ProgressBar } from '../ui/feedback/ProgressBar.tsx'
import styles from './ExportCard.module.css'

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly result: ExportResult }
  | { readonly kind: 'failed'; readonly text: string }

/** One format a run can be exported to, what is in it, and the proof that it answers as the run does. */
export function ExportCard({ runId }: { readonly runId: string }) {
  const { t } = useTranslation()
  const isServed = useSession(({ host }) => host === 'serve')
  const [state, setState] = useState<State>({ kind: 'idle' })
  const start = async () => {
    setState({ kind: 'working' })
    try {
      const result = await client.exportRun(currentDocId(), runId, 'tfjs')
      setState(result ? { kind: 'done', result } : { kind: 'idle' })
      if (result?.download) download(result.download)
    } catch (error) {
      setState({ kind: 'failed', text: errorText(error) })
    }
  }
  return (
    <article className={styles['card']}>
      <div className={styles['head']}>
        <div>
          <h3 className={styles['name']}>{t('export.tfjs')}</h3>
          <p className={styles['about']}>{t('export.tfjsAbout')}</p>
        </div>
        <Button
          variant="primary"
          icon={<Download aria-hidden />}
          isDisabled={state.kind === 'working'}
          onPress={() => void start()}
        >
          {isServed ? t('export.download') : t('export.save')}
        </Button>
      </div>
      <div aria-live="polite">
        {state.kind === 'working' && <ProgressBar label={t('export.proving')} value={null} text="" />}
        {state.kind === 'failed' && <Notice tone="danger">{state.text}</Notice>}
        {state.kind === 'done' && <Exported result={state.result} />}
      </div>
    </article>
  )
}

function Exported({ result }: { readonly result: ExportResult }) {
  const { t } = useTranslation()
  const { rows, largestDifference } = result.proof
  return (
    <>
      <Notice tone="ok">
        {t('export.proved', { name: result.name, rows, difference: formatFigure(largestDifference) })}
      </Notice>
      <ul className={styles['files']}>
        {result.files.map(({ name, bytes }) => (
          <li key={name}>
            <code>{name}</code>
            <span>{formatBytes(bytes)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
