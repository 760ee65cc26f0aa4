import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../store/commands.ts'
import { showOutline } from './showOutline.ts'

/** Offers the way to the outline to the command palette and the keyboard. */
export const useNavigatorCommands = (): void => {
  const { t } = useTranslation()
  const commands = useMemo(
    () => [
      {
        id: 'model.outline',
        label: t('model.outline.command'),
        group: t('model.command.group'),
        shortcut: { code: 'KeyO', shift: true },
        run: showOutline,
      },
    ],
    [t],
  )
  useCommands('navigator', commands)
}
