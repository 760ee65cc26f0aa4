import { useTranslation } from 'react-i18next'
import { setTarget } from '../../../shared/edits/target.ts'
import { setHorizon } from '../../../shared/edits/windows.ts'
import { isInput, type OutputSpec } from '../../../shared/project.ts'
import { proposeTarget } from '../../../shared/proposeEncoding.ts'
import { ClassWeightsForm } from '../../encoding/ClassWeightsForm.tsx'
import { TargetEncodingForm } from '../../encoding/TargetEncodingForm.tsx'
import { useRefusal } from '../../encoding/useRefusal.ts'
import { problemText } from '../../i18n/problemText.ts'
import { edit, useProject } from '../../store/document.ts'
import { ComboBox } from '../../ui/form/ComboBox.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import styles from './InputColumns.module.css'
import { useColumn } from './useColumn.ts'
import { useColumns } from './useColumns.ts'

interface OutputTargetProps {
  readonly id: string
  readonly output: OutputSpec
}

/** The column an output learns to predict, and how it becomes numbers. */
export function OutputTarget({ id, output }: OutputTargetProps) {
  const { t } = useTranslation()
  const { target } = output
  const columns = useColumns()
  const current = useColumn(target)
  const { refusal, attempt } = useRefusal(target)
  const choose = (name: string) => {
    const profile = columns?.find((column) => column.name === name)
    if (!profile || name === target?.column) return
    attempt(() =>
      edit((project) => setTarget(project, id, { column: name, encoding: proposeTarget(profile).encoding })),
    )
  }
  if (columns === null && !target)
    return (
      <Section title={t('model.output.target')}>
        <p className={styles['note']}>{t('model.output.noData')}</p>
      </Section>
    )
  const names = columns?.map(({ name }) => name) ?? []
  const all = target && !names.includes(target.column) ? [target.column, ...names] : names
  return (
    <Section title={t('model.output.target')}>
      <ComboBox
        // A combo box keeps its own text: another target needs another one.
        key={target?.column ?? ''}
        label={t('model.output.target')}
        help={t('model.output.targetHelp')}
        placeholder={t('model.output.targetPlaceholder')}
        items={all.map((name) => ({ id: name, label: name }))}
        value={target?.column ?? null}
        onChange={choose}
        problem={refusal ? problemText(refusal) : undefined}
      />
      {target && (
        <TargetEncodingForm
          column={current}
          encoding={target.encoding}
          onChange={(encoding) => edit((project) => setTarget(project, id, { ...target, encoding }))}
        />
      )}
      {target && <ClassWeightsForm node={id} />}
      {target && <Horizon id={id} horizon={target.horizon ?? 0} />}
    </Section>
  )
}

/** How far ahead the target lies; asked only where rows are a series. */
function Horizon({ id, horizon }: { readonly id: string; readonly horizon: number }) {
  const { t } = useTranslation()
  const hasWindow = useProject(({ nodes }) =>
    Object.values(nodes).some((node) => isInput(node) && node.input.window !== undefined),
  )
  if (!hasWindow && horizon === 0) return null
  return (
    <NumberField
      label={t('model.window.horizon')}
      help={t('model.window.horizonHelp')}
      value={horizon}
      min={0}
      max={1_000_000}
      isInteger
      onChange={(rows) => void edit((project) => setHorizon(project, id, rows))}
    />
  )
}
