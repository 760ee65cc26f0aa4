import { Cpu } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { setTraining } from '../../shared/edits/setValues.ts'
import { edit, useDocument, useProject } from '../store/document.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Menu, type MenuItem } from '../ui/overlay/Menu.tsx'
import { useEngines } from './useEngines.ts'

/** Which engine trains, and the choice of another. */
export function EngineChip() {
  const { t } = useTranslation()
  const engines = useEngines()
  const chosen = useProject(({ training }) => training.engine)
  const readOnly = useDocument((state) => state.readOnly)
  const automatic = engines.find(({ available }) => available)
  const current = chosen === 'auto' ? automatic : engines.find(({ id }) => id === chosen)
  const item = (id: string, label: string, isDisabled: boolean): MenuItem => ({
    id,
    label,
    isDisabled,
    isChecked: chosen === id,
    run: () => void edit((project) => setTraining(project, { engine: id })),
  })
  return (
    <Menu
      label={t('app.engine.choose')}
      placement="bottom end"
      trigger={
        <Button
          variant="quiet"
          size="small"
          icon={<Cpu />}
          isDisabled={readOnly}
          aria-label={t('app.engine.label')}
        >
          {current?.title ?? (chosen === 'auto' ? t('app.engine.auto') : chosen)}
        </Button>
      }
      groups={[
        {
          id: 'engines',
          title: t('app.engine.choose'),
          items: [
            item(
              'auto',
              automatic ? `${t('app.engine.auto')} · ${automatic.title}` : t('app.engine.auto'),
              false,
            ),
            ...engines.map(({ id, title, device, available }) =>
              item(
                id,
                available ? `${title} · ${device}` : `${title} · ${t('app.engine.unavailable')}`,
                !available,
              ),
            ),
          ],
        },
      ]}
    />
  )
}
