import { useTranslation } from 'react-i18next'
import { addColumns, columnsWidth, removeColumn, setEncoding } from '../../../shared/edits/columns.ts'
import { setInput } from '../../../shared/edits/setValues.ts'
import { sizeOf } from '../../../shared/layers/shapes.ts'
import type { InputSpec } from '../../../shared/project.ts'
import { inputFor } from '../../encoding/encodingKinds.ts'
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
      <Fit input={input} onFit={(shape) => void edit((project) => setInput(project, id, { shape }))} />
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
  const found = columnsWidth(input.columns)
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
