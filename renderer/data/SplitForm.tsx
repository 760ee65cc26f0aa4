import { useTranslation } from 'react-i18next'
import { setTraining } from '../../shared/edits/setValues.ts'
import type { TableProfile } from '../../shared/table.ts'
import type { SplitSettings } from '../../shared/training.ts'
import { formatCount } from '../i18n/format.ts'
import { edit, useProject } from '../store/document.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { NumberField } from '../ui/form/NumberField.tsx'
import { Section } from '../ui/layout/Section.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { SplitBar } from './SplitBar.tsx'
import { splitCounts } from './splitCounts.ts'
import styles from './SplitForm.module.css'

const change = (patch: Partial<SplitSettings>) =>
  void edit((project) => setTraining(project, { split: { ...project.training.split, ...patch } }))

/** How the rows are divided into training, validation and test, with the numbers that follow. */
export function SplitForm({ profile }: { readonly profile: TableProfile }) {
  const { t } = useTranslation()
  const project = useProject((whole) => whole)
  const { split, seed } = project.training
  const counts = splitCounts(project, profile)
  const testSource = project.data.sources.find(({ part }) => part === 'test')
  return (
    <div className={styles['form']}>
      <SplitBar counts={counts} />
      {counts.train <= 0 && <Notice tone="danger">{t('data.splitTooMuch')}</Notice>}
      {counts.dropped > 0 && (
        <p className={styles['note']}>
          {t('data.splitDropped', { count: counts.dropped, formatted: formatCount(counts.dropped) })}
        </p>
      )}
      {!counts.isExact && <p className={styles['note']}>{t('data.splitAbout')}</p>}
      {testSource && <p className={styles['note']}>{t('data.splitTestSource', { file: testSource.file })}</p>}
      <Section title={t('data.splitShares')}>
        <Share
          label={t('data.parts.validation')}
          value={split.validation}
          onChange={(validation) => change({ validation })}
        />
        <Share label={t('data.parts.test')} value={split.test} onChange={(test) => change({ test })} />
      </Section>
      <Section title={t('data.splitRows')}>
        <Checkbox isSelected={split.shuffle} onChange={(shuffle) => change({ shuffle })}>
          {t('data.shuffle')}
        </Checkbox>
        <p className={styles['note']}>
          {split.shuffle ? t('data.seedNote', { seed: formatCount(seed) }) : t('data.shuffleHelp')}
        </p>
        <ColumnChoice
          label={t('data.stratify')}
          help={t('data.stratifyHelp')}
          columns={profile.columns}
          value={split.stratify}
          onChange={(stratify) => change({ stratify })}
        />
        <ColumnChoice
          label={t('data.group')}
          help={t('data.groupHelp')}
          columns={profile.columns}
          value={split.group}
          onChange={(group) => change({ group })}
        />
      </Section>
    </div>
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
