import { useTranslation } from 'react-i18next'
import { setOrder, setWindow } from '../../../shared/edits/windows.ts'
import type { InputSpec } from '../../../shared/project.ts'
import { edit, useProject } from '../../store/document.ts'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { ComboBox } from '../../ui/form/ComboBox.tsx'
import { NumberField } from '../../ui/form/NumberField.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import styles from './InputColumns.module.css'
import { useColumns } from './useColumns.ts'

interface InputWindowProps {
  readonly id: string
  readonly input: InputSpec
}

/** Rows of a window that is turned on. */
const firstSteps = 10

/** Whether an input takes each row by itself or together with those before it, and what the order of the rows is. */
export function InputWindow({ id, input }: InputWindowProps) {
  const { t } = useTranslation()
  const { window } = input
  const set = (steps: number | null) => void edit((project) => setWindow(project, id, steps))
  return (
    <Section title={t('model.window.title')} isOpenAtFirst={window !== undefined}>
      <Checkbox isSelected={window !== undefined} onChange={(isOn) => set(isOn ? firstSteps : null)}>
        {t('model.window.use')}
      </Checkbox>
      {window ? (
        <>
          <NumberField
            label={t('model.window.steps')}
            help={t('model.window.stepsHelp')}
            value={window.steps}
            min={1}
            max={100_000}
            isInteger
            onChange={set}
          />
          <OrderFields />
          <p className={styles['note']}>{t('model.window.splitNote')}</p>
        </>
      ) : (
        <p className={styles['note']}>{t('model.window.help')}</p>
      )}
    </Section>
  )
}

/** By which column the rows are ordered, and which rows are a series of their own; the same for the whole project. */
function OrderFields() {
  const { t } = useTranslation()
  const order = useProject(({ data }) => data.order)
  const columns = useColumns() ?? []
  const items = (now: string | undefined, none: string) => [
    { id: 'none', label: none },
    ...[...new Set([...columns.map(({ name }) => name), ...(now === undefined ? [] : [now])])].map(
      (name) => ({
        id: `column:${name}`,
        label: name,
      }),
    ),
  ]
  const idOf = (name: string | undefined) => (name === undefined ? 'none' : `column:${name}`)
  const nameOf = (chosen: string) => (chosen === 'none' ? undefined : chosen.slice('column:'.length))
  return (
    <>
      <ComboBox
        key={`order ${idOf(order?.column)}`}
        label={t('model.window.order')}
        help={t('model.window.orderHelp')}
        items={items(order?.column, t('model.window.tableOrder'))}
        value={idOf(order?.column)}
        onChange={(chosen) =>
          chosen !== idOf(order?.column) &&
          void edit((project) => setOrder(project, { column: nameOf(chosen) }))
        }
      />
      <ComboBox
        key={`group ${idOf(order?.group)}`}
        label={t('model.window.group')}
        help={t('model.window.groupHelp')}
        items={items(order?.group, t('model.window.oneSeries'))}
        value={idOf(order?.group)}
        onChange={(chosen) =>
          chosen !== idOf(order?.group) &&
          void edit((project) => setOrder(project, { group: nameOf(chosen) }))
        }
      />
    </>
  )
}
