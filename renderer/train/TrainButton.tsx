import { Play, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAnalysis } from '../store/analysis.ts'
import { useDocument } from '../store/document.ts'
import { startRun, stopRun } from '../store/runActions.ts'
import { useRuns } from '../store/runs.ts'
import { Button } from '../ui/buttons/Button.tsx'

/** Starts a run of the document as it stands; while one is under way, stops it and keeps what it learned. */
export function TrainButton() {
  const { t } = useTranslation()
  const isLive = useRuns(({ live }) => live !== null)
  const canTrain = useAnalysis(({ ok }) => ok)
  const readOnly = useDocument((state) => state.readOnly)
  if (isLive)
    return (
      <Button icon={<Square aria-hidden />} onPress={() => void stopRun()}>
        {t('train.stop')}
      </Button>
    )
  return (
    <Button
      variant="primary"
      icon={<Play aria-hidden />}
      isDisabled={!canTrain || readOnly}
      onPress={() => void startRun()}
    >
      {t('train.start')}
    </Button>
  )
}
