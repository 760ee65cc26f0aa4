import { Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../store/commands.ts'
import { Button } from '../ui/buttons/Button.tsx'

/** The top bar's Train, offered again where the next step is to train. */
export function TrainButton() {
  const { t } = useTranslation()
  const train = useCommand('run.train')
  return (
    <Button
      variant="primary"
      icon={<Play aria-hidden />}
      isDisabled={!train || train.isEnabled === false}
      onPress={() => train?.run()}
    >
      {t('app.train.start')}
    </Button>
  )
}
