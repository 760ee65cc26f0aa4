import { useTranslation } from 'react-i18next'
import {
  addColumns,
  columnsWidth,
  fitShape,
  removeColumn,
  setEncoding,
} from '../../../shared/edits/columns.ts'
import { shapeColumns } from '../../../shared/edits/shapeColumns.ts'
import { sizeOf } from '../../../shared/layers/shapes.ts'
import type { InputSpec } from '../../../shared/project.ts'
import { inputFor } from '../../encoding/encodingKinds.ts'
import { ShapeFields } from '../../encoding/ShapeFields.tsx'
import { useRefusal } from '../../encoding/useRefusal.ts'
import { problemText } from '../../i18n/problemText.ts'
import { edit } from '../../store/document.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { ComboBox } from '../../ui/form/ComboBox.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { ColumnLine } from './ColumnLine.tsx'
import styles from './InputColumns.module.css'
import { useColumns } from './useColumns.ts'

interface InputColumnsProps {
  readonly id: string
  readonly input: InputSpec
}

/** Which columns fill an input, how each is encoded, and whether they fit its shape. */
export function InputColumns({ id, input }: InputColumnsProps) {
  const { t } = useTranslation()
  const columns = useColumns()
  const { refusal, attempt } = useRefusal(input)
  const used = new Set(input.columns.map(({ column }) => column))
  const left = (columns ?? []).filter(({ name }) => !used.has(name))
  const add = (name: string) => {
    const profile = left.find((one) => one.name === name)
    if (!profile) return
    attempt(() => edit((project) => addColumns(project, id, [{ column: name, encoding: inputFor(profile) }])))
  }
  if (columns === null && input.columns.length === 0)
    return (
      <Section title={t('model.input.columns')}>
        <p className={styles['note']}>{t('model.input.noData')}</p>
      </Section>
    )
  return (
    <Section title={t('model.input.columns')} note={input.columns.length}>
      <ul className={styles['columns']}>
        {input.columns.map((use) => (
          <ColumnLine
            key={JSON.stringify([use.source, use.column])}
            use={use}
            onChange={(encoding) => edit((project) => setEncoding(project, id, use, encoding))}
            onRemove={() => void edit((project) => removeColumn(project, id, use))}
          />
        ))}
      </ul>
      {left.length > 0 && (
        <ComboBox
          key={input.columns.length}
          label={t('model.input.addColumn')}
          isLabelHidden
          placeholder={t('model.input.addColumn')}
          items={left.map(({ name, type }) => ({ id: name, label: name, description: type }))}
          value={null}
          onChange={add}
          problem={refusal ? problemText(refusal) : undefined}
        />
      )}
      <Fit id={id} input={input} />
      {input.columns.length > 3 && <Shape id={id} input={input} />}
    </Section>
  )
}

/** Whether the columns' values and the shape agree, and the repair when they don't. */
function Fit({ id, input }: InputColumnsProps) {
  const { t } = useTranslation()
  if (input.columns.length === 0) return null
  const { window, shape } = input
  const width = columnsWidth(input.columns)
  const needed = sizeOf(shape)
  if (width === null) return <p className={styles['note']}>{t('model.input.widthUnknown')}</p>
  const found = width * (window?.steps ?? 1)
  const isFitting = window ? shape[0] === window.steps && shape.length > 1 : true
  if (needed === null || (needed === found && isFitting)) return null
  return (
    <div className={styles['fit']}>
      <p className={styles['note']}>{t('model.input.width', { found, needed })}</p>
      <Button size="small" onPress={() => void edit((project) => fitShape(project, id))}>
        {t('model.input.fitShape', { width: window ? `${window.steps}, ${width}` : width })}
      </Button>
    </div>
  )
}

/** What the columns are together. */
function Shape({ id, input }: InputColumnsProps) {
  const profiles = new Map((useColumns() ?? []).map((profile) => [profile.name, profile]))
  const columns = input.columns.map(({ column, source, encoding }) => ({
    column,
    ...(source === undefined ? {} : { source }),
    encoding,
    profile: profiles.get(column),
  }))
  return (
    <ShapeFields
      columns={columns}
      onApply={(shape) => edit((project) => shapeColumns(project, id, columns, shape))}
    />
  )
}
