import { useTranslation } from 'react-i18next'
import { setInput } from '../../../shared/edits/setValues.ts'
import { sizeOf } from '../../../shared/layers/shapes.ts'
import { encodedWidth } from '../../../shared/prep/width.ts'
import type { ColumnUse, InputSpec } from '../../../shared/project.ts'
import { proposeInput } from '../../../shared/proposeEncoding.ts'
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

/** Values that the columns give together; null when that is only known from the data. */
const widthOf = (columns: readonly ColumnUse[]): number | null =>
  columns.reduce<number | null>((sum, { encoding }) => {
    const width = encodedWidth(encoding)
    return sum === null || width === null ? null : sum + width
  }, 0)

/** Which columns fill an input, how each is encoded, and whether they fit its shape. */
export function InputColumns({ id, input }: InputColumnsProps) {
  const { t } = useTranslation()
  const columns = useColumns()
  const set = (patch: Partial<InputSpec>) => edit((project) => setInput(project, id, patch))
  const used = new Set(input.columns.map(({ column }) => column))
  const left = (columns ?? []).filter(({ name }) => !used.has(name))
  const add = (name: string) => {
    const profile = left.find((one) => one.name === name)
    if (!profile) return
    edit((project) =>
      setInput(project, id, {
        columns: [...input.columns, { column: name, encoding: proposeInput(profile) }],
      }),
    )
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
        {input.columns.map((use, index) => (
          <ColumnLine
            key={use.column}
            use={use}
            onChange={(next) => set({ columns: input.columns.with(index, next) })}
            onRemove={() => set({ columns: input.columns.toSpliced(index, 1) })}
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
        />
      )}
      <Fit input={input} onFit={(shape) => set({ shape })} />
    </Section>
  )
}

interface FitProps {
  readonly input: InputSpec
  readonly onFit: (shape: InputSpec['shape']) => void
}

/** Whether the columns' values and the shape agree, and the repair when they don't. */
function Fit({ input, onFit }: FitProps) {
  const { t } = useTranslation()
  if (input.columns.length === 0) return null
  const found = widthOf(input.columns)
  const needed = sizeOf(input.shape)
  if (found === null) return <p className={styles['note']}>{t('model.input.widthUnknown')}</p>
  if (needed === null || needed === found) return null
  return (
    <div className={styles['fit']}>
      <p className={styles['note']}>{t('model.input.width', { found, needed })}</p>
      <Button size="small" onPress={() => onFit([found])}>
        {t('model.input.fitShape', { width: found })}
      </Button>
    </div>
  )
}
