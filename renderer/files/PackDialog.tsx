import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackEvent } from '../../shared/contract.ts'
import { client } from '../client.ts'
import { formatBytes, formatCount, formatFigure, formatMoment } from '../i18n/format.ts'
import { errorText } from '../i18n/problemText.ts'
import { currentDocId, currentProject, useProject } from '../store/document.ts'
import { useRuns } from '../store/runs.ts'
import { showDialog, useSession } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Notice } from '../ui/feedback/Notice.tsx'
import { ProgressBar } from '../ui/feedback/ProgressBar.tsx'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import { download } from './download.ts'
import styles from './PackDialog.module.css'

type State =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'packing'; readonly bytes: number; readonly total: number }
  | { readonly kind: 'done'; readonly event: Extract<PackEvent, { kind: 'done' }> }
  | { readonly kind: 'failed'; readonly text: string }

/** Packs, with progress; leaving the loop cancels it. */
function usePacking() {
  const [state, setState] = useState<State>({ kind: 'choosing' })
  const turn = useRef(0)
  const pack = async (runs: readonly string[]) => {
    const own = ++turn.current
    setState({ kind: 'packing', bytes: 0, total: 0 })
    try {
      for await (const event of client.packProject(currentDocId(), currentProject(), [...runs])) {
        if (turn.current !== own) return
        if (event.kind === 'progress') setState({ kind: 'packing', bytes: event.bytes, total: event.total })
        else {
          setState({ kind: 'done', event })
          if (event.download !== undefined) download(event.download)
          return
        }
      }
      if (turn.current === own) setState({ kind: 'choosing' })
    } catch (error) {
      if (turn.current === own) setState({ kind: 'failed', text: errorText(error) })
    }
  }
  const cancel = () => {
    turn.current++
    setState({ kind: 'choosing' })
  }
  useEffect(() => () => void turn.current++, [])
  return { state, pack, cancel }
}

/** The project, its data and the runs that are ticked, as one file to hand out. */
export function PackDialog() {
  const { t } = useTranslation()
  const isServed = useSession(({ host }) => host === 'serve')
  const tables = useProject(({ data }) => data.sources.length)
  const { state, pack, cancel } = usePacking()
  const over = useRuns(({ runs }) => runs).filter((run) => run.state !== 'queued' && run.state !== 'running')
  const hasRuns = useRuns(({ runs }) => runs.length > 0)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = over.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  const close = () => showDialog(null)
  return (
    <Dialog
      title={t('files.pack.title')}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        state.kind === 'done' ? (
          <Button variant="primary" onPress={close}>
            {t('app.close')}
          </Button>
        ) : (
          <>
            <Button onPress={close}>{t('app.cancel')}</Button>
            <Button variant="primary" isDisabled={state.kind === 'packing'} onPress={() => void pack(chosen)}>
              {t(isServed ? 'files.pack.download' : 'files.pack.save')}
            </Button>
          </>
        )
      }
    >
      <div className={styles['stack']}>
        <p>
          {t(hasRuns ? 'files.pack.text' : 'files.pack.textAlone', {
            count: tables,
            formatted: formatCount(tables),
          })}
        </p>
        <RunChoice left={left} onLeft={setLeft} />
        <div aria-live="polite">
          <Outcome state={state} onCancel={cancel} />
        </div>
      </div>
    </Dialog>
  )
}

interface RunChoiceProps {
  /** Ids of runs that are left out. */
  readonly left: ReadonlySet<string>
  readonly onLeft: (left: ReadonlySet<string>) => void
}

function RunChoice({ left, onLeft }: RunChoiceProps) {
  const { t } = useTranslation()
  const runs = useRuns((state) => state.runs)
  if (runs.length === 0) return <p className={styles['note']}>{t('files.pack.noRuns')}</p>
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(left)
    if (isIn) next.delete(id)
    else next.add(id)
    onLeft(next)
  }
  return (
    <div className={styles['runs']} role="group" aria-label={t('files.pack.runs')}>
      {runs.map((run) => {
        const isOver = run.state !== 'queued' && run.state !== 'running'
        return (
          <Checkbox
            key={run.id}
            isSelected={isOver && !left.has(run.id)}
            isDisabled={!isOver}
            onChange={(isIn) => toggle(run.id, isIn)}
          >
            <span className={styles['run']}>
              {t('train.runNumber', { number: run.number })}
              <span className={styles['note']}>
                {t('train.runFacts', {
                  count: run.epochs,
                  loss: run.loss === null ? '–' : formatFigure(run.loss),
                })}
                {' · '}
                {formatMoment(run.createdAt)}
              </span>
            </span>
          </Checkbox>
        )
      })}
    </div>
  )
}

function Outcome({ state, onCancel }: { readonly state: State; readonly onCancel: () => void }) {
  const { t } = useTranslation()
  if (state.kind === 'failed') return <Notice tone="danger">{state.text}</Notice>
  if (state.kind === 'done') {
    const { name, bytes } = state.event
    return <Notice tone="ok">{t('files.pack.done', { name, bytes: formatBytes(bytes) })}</Notice>
  }
  if (state.kind !== 'packing') return null
  const { bytes, total } = state
  return (
    <ProgressBar
      label={t('files.pack.packing')}
      value={total > 0 ? bytes / total : null}
      text={total > 0 ? `${formatBytes(bytes)} / ${formatBytes(total)}` : ''}
      cancelLabel={t('app.cancel')}
      onCancel={onCancel}
    />
  )
}
