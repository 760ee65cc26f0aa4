import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { functionNames } from '../../../shared/formula/functions.ts'
import { printColumn } from '../../../shared/formula/print.ts'
import { renameMade } from '../../../shared/edits/stepNames.ts'
import { setStep } from '../../../shared/edits/steps.ts'
import { stepProblems } from '../../../shared/prep/steps/stepProblems.ts'
import type { Project } from '../../../shared/project.ts'
import type { ColumnProfile } from '../../../shared/table.ts'
import { problemText } from '../../i18n/problemText.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { Menu } from '../../ui/overlay/Menu.tsx'
import { editStep } from './editStep.ts'
import { DraftField } from './DraftField.tsx'
import styles from './Steps.module.css'
import { useReadProject } from '../../store/useReadProject.ts'
import type { StepFormProps } from './stepFormProps.ts'

/** Columns that the menu lists; others are typed. */
const mostListed = 200

const problemOf = (project: Project, index: number) =>
  stepProblems(project).find(({ values }) => values?.['step'] === index + 1)

const pauseMs = 400

/** A value as it was before the latest changes, until they pause. */
const useSettled = <T,>(value: T): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** The name of a new column and the formula that fills it; its mistakes show below it, once typing pauses too. */
export function FormulaForm({
  step,
  columns,
  onChange,
  index,
}: StepFormProps<'formula'> & { readonly index: number }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const formula = draft ?? step.formula
  const project = useReadProject()
  const settled = useSettled(formula)
  const looked = draft === null ? step.formula : settled
  const isUntouched = draft === null && step.formula === ''
  const problem = isUntouched
    ? undefined
    : problemOf(setStep(project, index, { ...step, formula: looked }), index)
  const commit = () => {
    if (draft !== null && draft !== step.formula) onChange({ ...step, formula: draft })
    setDraft(null)
  }
  const insert = (text: string) => {
    const at = field.current?.selectionStart ?? formula.length
    setDraft(formula.slice(0, at) + text + formula.slice(field.current?.selectionEnd ?? at))
    field.current?.focus()
  }
  return (
    <>
      <DraftField
        label={t('data.steps.newColumn')}
        value={step.column}
        onCommit={(column) => editStep(index, (whole) => renameMade(whole, index, column.trim()))}
      />
      <div className={styles['formula']}>
        <TextField
          label={t('data.steps.formula')}
          layout="column"
          value={formula}
          onChange={setDraft}
          onCommit={commit}
          inputRef={field}
          help={t('data.steps.formulaHelp')}
          {...(problem ? { problem: problemText(problem) } : {})}
        />
        <InsertMenu columns={columns.filter(({ name }) => name !== step.column)} onInsert={insert} />
      </div>
    </>
  )
}

interface InsertMenuProps {
  readonly columns: readonly ColumnProfile[]
  readonly onInsert: (text: string) => void
}

/** Columns and functions, to be put where the cursor is. */
function InsertMenu({ columns, onInsert }: InsertMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu
      label={t('data.steps.insert')}
      trigger={
        <Button size="small" variant="quiet" icon={<Plus aria-hidden />}>
          {t('data.steps.insert')}
        </Button>
      }
      groups={[
        {
          id: 'columns',
          title: t('data.columns'),
          items: columns.slice(0, mostListed).map(({ name }) => ({
            id: `column:${name}`,
            label: name || t('data.noName'),
            run: () => onInsert(printColumn(name)),
          })),
        },
        {
          id: 'functions',
          title: t('data.steps.functions'),
          items: functionNames.map((name) => ({
            id: `function:${name}`,
            label: t(`data.steps.functionWords.${name}`),
            run: () => onInsert(`${name}(`),
          })),
        },
      ]}
    />
  )
}
