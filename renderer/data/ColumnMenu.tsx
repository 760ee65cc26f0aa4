import { Ellipsis, LogIn, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TableProfile } from '../../shared/table.ts'
import { edit } from '../store/document.ts'
import { IconButton } from '../ui/buttons/IconButton.tsx'
import { Menu } from '../ui/overlay/Menu.tsx'
import { takeInColumns, takeOutColumns } from './takeInColumns.ts'

interface ColumnMenuProps {
  readonly source: string
  readonly profile: TableProfile
}

/** What can be done with all columns at once. */
export function ColumnMenu({ source, profile }: ColumnMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu
      label={t('data.allColumns')}
      placement="bottom end"
      trigger={<IconButton label={t('data.allColumns')} icon={<Ellipsis aria-hidden />} size="small" />}
      groups={[
        {
          id: 'roles',
          items: [
            {
              id: 'takeIn',
              label: t('data.takeIn'),
              icon: <LogIn aria-hidden />,
              run: () => void edit((project) => takeInColumns(project, source, profile)),
            },
            {
              id: 'takeOut',
              label: t('data.takeOut'),
              icon: <X aria-hidden />,
              run: () => void edit((project) => takeOutColumns(project, source)),
            },
          ],
        },
      ]}
    />
  )
}
