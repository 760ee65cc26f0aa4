import { useTranslation } from 'react-i18next'
import { setTraining } from '../../../shared/edits/setValues.ts'
import type { Survey } from '../../../shared/survey.ts'
import type { TableProfile } from '../../../shared/table.ts'
import type { SplitSettings } from '../../../shared/training.ts'
import { formatCount } from '../../i18n/format.ts'
import { problemText } from '../../i18n/problemText.ts'
import { edit, useProject } from '../../store/document.ts'
import { useSurvey, useSurveyState } from '../../store/survey.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { SurveyProgress } from '../survey/SurveyProgress.tsx'
import { PartCounts } from './PartCounts.tsx'
import { ShareSlider } from './ShareSlider.tsx'
import styles from './SplitForm.module.css'
import { splitKind, splitKinds, withKind } from './splitKinds.ts'
import { SplitRows } from './SplitRows.tsx'

const setSplit = (change: (split: SplitSettings) => SplitSettings | null) =>
  void edit((project) => {
    const split = change(project.training.split)
    return split ? setTraining(project, { split }) : project
  })

const patch = (changes: Partial<SplitSettings>) =>
  setSplit((split) => {
    const next: Record<string, unknown> = { ...split, ...changes }
    for (const [key, value] of Object.entries(changes)) if (value === undefined) delete next[key]
    return next as SplitSettings
  })

/** How the rows are divided into training, validation and test, with the numbers that follow. */
export function SplitForm({ profile }: { readonly profile: TableProfile }) {
  const { t } = useTranslation()
  const split = useProject(({ training }) => training.split)
  const seed = useProject(({ training }) => training.seed)
  const testFile = useProject(({ data }) => data.sources.find(({ part }) => part === 'test')?.file)
  const kind = splitKind(split)
  const isByShare = kind !== 'column'
  return (
    <div className={styles['form']}>
      <Select
        label={t('data.splitForm.kind')}
        layout="column"
        items={splitKinds.map((id) => ({
          id,
          label: t(`data.splitForm.kinds.${id}`),
          description: t(`data.splitForm.kindHelp.${id}`),
        }))}
        value={kind}
        onChange={(next) => next !== kind && setSplit((old) => withKind(old, next, profile.columns))}
      />
      {isByShare && (
        <ShareSlider
          validation={split.validation}
          test={split.test}
          hasTestFile={testFile !== undefined}
          onChange={patch}
        />
      )}
      <Counts />
      {testFile !== undefined && (
        <p className={styles['note']}>{t('data.splitTestSource', { file: testFile })}</p>
      )}
      {isByShare && (
        <Section title={t('data.splitShares')}>
          <Share
            label={t('data.parts.validation')}
            value={split.validation}
            onChange={(validation) => patch({ validation })}
          />
          {testFile === undefined && (
            <Share label={t('data.parts.test')} value={split.test} onChange={(test) => patch({ test })} />
          )}
        </Section>
      )}
      <Section title={t('data.splitRows')}>
        <SplitRows split={split} seed={seed} columns={profile.columns} onChange={patch} />
      </Section>
    </div>
  )
}

/** The counts of the rows as they are divided now, or why there are none. */
function Counts() {
  const state = useSurveyState()
  const survey = useSurvey()
  if (state.kind === 'failed') return <Notice tone="danger">{problemText(state.problem)}</Notice>
  return (
    <>
      {survey && <PartCounts survey={survey} isOld={state.kind !== 'ready'} />}
      <SurveyProgress />
      {survey && <LeftOut survey={survey} />}
    </>
  )
}

/** Columns named as the reason why rows are left out. */
const namedColumns = 5

/** How many rows are in no part, and why. */
function LeftOut({ survey: { parts, excluded, lacking } }: { readonly survey: Survey }) {
  const { t } = useTranslation()
  const dropped = parts.dropped - excluded
  const counts = (count: number) => ({ count, formatted: formatCount(count) })
  const named = lacking
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, namedColumns)
    .map(({ column, rows }) => `${column} (${formatCount(rows)})`)
  const columns = named.join(', ') + (lacking.length > named.length ? ' …' : '')
  return (
    <>
      {excluded > 0 && <p className={styles['note']}>{t('data.splitExcluded', counts(excluded))}</p>}
      {dropped > 0 && (
        <p className={styles['note']}>
          {named.length > 0
            ? t('data.splitLacking', { ...counts(dropped), columns })
            : t('data.splitDropped', counts(dropped))}
        </p>
      )}
    </>
  )
}

interface ShareProps {
  readonly label: string
  /** 0 to 0.9. */
  readonly value: number
  readonly onChange: (share: number) => void
}

function Share({ label, value, onChange }: ShareProps) {
  const { t } = useTranslation()
  return (
    <NumberField
      label={label}
      value={Number((value * 100).toPrecision(6))}
      min={0}
      max={90}
      step={1}
      unit={t('data.percent')}
      onChange={(percent) => onChange(percent / 100)}
    />
  )
}
