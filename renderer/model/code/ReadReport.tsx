import { useTranslation } from 'react-i18next'
import { inferGraph } from '../../../shared/infer.ts'
import type { Finding, NotRead } from '../../../shared/keras/reading.ts'
import { isInput, isOutput } from '../../../shared/project.ts'
import type { ReadCode } from '../../../shared/keras/readKeras.ts'
import { problemText } from '../../i18n/problemText.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import styles from './ImportDialog.module.css'
import type { CodeRead } from './useRead.ts'

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation()
  if (findings.length === 0) return null
  return (
    <section>
      <h3>{t('model.code.findings')}</h3>
      <ul className={styles['findings']}>
        {findings.map(({ line, problem }, index) => (
          <li key={index}>
            {line !== null && <span className={styles['at']}>{t('model.code.line', { line })}</span>}
            {problemText(problem)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Skipped({ notRead }: { readonly notRead: readonly NotRead[] }) {
  const { t } = useTranslation()
  if (notRead.length === 0) return null
  return (
    <section>
      <h3>{t('model.code.notRead')}</h3>
      <p className={styles['hint']}>{t('model.code.notReadHelp')}</p>
      <ol className={styles['skipped']}>
        {notRead.map(({ line, text }) => (
          <li key={line}>
            <span className={styles['at']}>{line}</span>
            <code>{text}</code>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Recognised({ read }: { readonly read: ReadCode }) {
  const { t, i18n } = useTranslation()
  const { project } = read
  const nodes = Object.values(project.nodes)
  const { parameters } = inferGraph(project)
  const figures = [
    [t('model.code.layers'), Object.keys(project.layers).length],
    [t('model.code.inputs'), nodes.filter(isInput).length],
    [t('model.code.outputs'), nodes.filter(isOutput).length],
    [t('model.code.parameters'), parameters.total],
  ] as const
  return (
    <section>
      <h3>{t('model.code.recognised')}</h3>
      <dl className={styles['figures']}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value.toLocaleString(i18n.language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What was recognised in a text, what is odd about it and what was passed over. */
export function ReadReport({ read }: { readonly read: CodeRead | null }) {
  const { t } = useTranslation()
  return (
    <div
      className={styles['report']}
      role="region"
      aria-label={t('model.code.report')}
      aria-live="polite"
      tabIndex={0}
    >
      {read === null && <p className={styles['hint']}>{t('model.code.empty')}</p>}
      {read !== null && 'problem' in read && <Notice tone="danger">{problemText(read.problem)}</Notice>}
      {read !== null && !('problem' in read) && (
        <>
          <Recognised read={read} />
          <Findings findings={read.findings} />
          <Skipped notRead={read.notRead} />
        </>
      )}
    </div>
  )
}
