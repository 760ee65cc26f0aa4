import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { setColumnType } from '../../shared/edits/sources.ts'
import type { ColumnProfile, ColumnType } from '../../shared/table.ts'
import { edit, useProject } from '../store/document.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Menu } from '../ui/overlay/Menu.tsx'
import styles from './ColumnTypeMenu.module.css'
import { typeIcon } from './columnIcons.ts'

/** What a column can be read as; constant is found, not chosen. */
const choices = [
  'number',
  'category',
  'text',
  'date',
  'sequence',
  'id',
] as const satisfies readonly ColumnType[]

interface ColumnTypeMenuProps {
  readonly source: string
  readonly column: ColumnProfile
}

/** What a column's cells mean: found from them, and open to correction. The file is read again by another type. */
export function ColumnTypeMenu({ source, column }: ColumnTypeMenuProps) {
  const { t } = useTranslation()
  const noted = useProject(({ data }) => data.sources.find(({ id }) => id === source)?.columns)
  const TypeIcon = typeIcon[column.type]
  const name = t(`data.types.${column.type}`)
  const change = (type: ColumnType | undefined) =>
    void edit((project) => setColumnType(project, source, column.name, type))
  return (
    <Menu
      label={t('data.columnType')}
      placement="bottom end"
      trigger={
        <Button
          variant="quiet"
          size="small"
          className={styles['type']}
          icon={<TypeIcon aria-hidden />}
          aria-label={`${t('data.columnType')}: ${name}`}
        >
          {name}
          <ChevronDown className={styles['arrow']} aria-hidden />
        </Button>
      }
      groups={[
        {
          id: 'types',
          title: t('data.columnType'),
          items: choices.map((type) => {
            const Icon = typeIcon[type]
            return {
              id: type,
              label: t(`data.types.${type}`),
              icon: <Icon aria-hidden />,
              isChecked: type === column.type,
              run: () => type !== column.type && change(type),
            }
          }),
        },
        {
          id: 'reset',
          items: [
            {
              id: 'auto',
              label: t('data.dialect.auto'),
              isDisabled: !noted || !Object.hasOwn(noted, column.name),
              run: () => change(undefined),
            },
          ],
        },
      ]}
    />
  )
}
