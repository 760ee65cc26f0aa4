import { useTranslation } from 'react-i18next'
import { setStep } from '../../../shared/edits/steps.ts'
import { isKnownStep, type Step } from '../../../shared/prep/steps/step.ts'
import type { ColumnProfile } from '../../../shared/table.ts'
import { useProject } from '../../store/document.ts'
import { Section } from '../../ui/layout/Section.tsx'
import { ClipForm, MergeRareForm, ReplaceForm } from './ColumnForms.tsx'
import { editStep } from './editStep.ts'
import { FormulaForm } from './FormulaForm.tsx'
import { KeepForm } from './KeepForm.tsx'
import { DropDuplicatesForm, DropMissingForm } from './RowForms.tsx'
import styles from './Steps.module.css'

interface StepFormProps {
  readonly index: number
  readonly columns: readonly ColumnProfile[]
}

/** The settings of the selected step; each change is one undoable edit. */
export function StepForm({ index, columns }: StepFormProps) {
  const { t } = useTranslation()
  const step = useProject(({ data }) => data.steps[index])
  if (!step || !isKnownStep(step)) return null
  const onChange = (next: Step) => editStep(index, (project) => setStep(project, index, next))
  return (
    <div className={styles['form']}>
      <Section
        title={t('data.steps.formOf', { number: index + 1, kind: t(`data.steps.kinds.${step.kind}`) })}
      >
        <Fields step={step} columns={columns} index={index} onChange={onChange} />
      </Section>
    </div>
  )
}

interface FieldsProps extends StepFormProps {
  readonly step: Step
  readonly onChange: (step: Step) => void
}

function Fields({ step, ...props }: FieldsProps) {
  switch (step.kind) {
    case 'keep':
      return <KeepForm {...props} step={step} />
    case 'dropMissing':
      return <DropMissingForm {...props} step={step} />
    case 'dropDuplicates':
      return <DropDuplicatesForm {...props} step={step} />
    case 'formula':
      return <FormulaForm {...props} step={step} />
    case 'replace':
      return <ReplaceForm {...props} step={step} />
    case 'clip':
      return <ClipForm {...props} step={step} />
    case 'mergeRare':
      return <MergeRareForm {...props} step={step} />
  }
}
