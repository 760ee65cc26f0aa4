import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { stopSurvey, surveyAgain, useSurveyState } from '../../store/survey.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx'

/** Whether it has been so for a second: shorter work needs no words. */
const useLasting = (isSo: boolean): boolean => {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    if (!isSo) return
    const timer = setTimeout(() => setLasts(true), 1000)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [isSo])
  return lasts
}

/** How far looking at the rows is, once it takes a while, with a way to stop it and to start it again. */
export function SurveyProgress() {
  const { t } = useTranslation()
  const state = useSurveyState()
  const lasts = useLasting(state.kind === 'working')
  if (state.kind === 'stopped')
    return (
      <Notice
        actions={
          <Button size="small" onPress={surveyAgain}>
            {t('data.survey.again')}
          </Button>
        }
      >
        {t('data.survey.stopped')}
      </Notice>
    )
  if (state.kind !== 'working' || !lasts) return null
  const { done, total } = state
  return (
    <ProgressBar
      label={t('data.survey.working')}
      value={total > 0 ? done / total : null}
      {...(total > 0
        ? { text: t('data.survey.workingOf', { done: formatCount(done), total: formatCount(total) }) }
        : {})}
      cancelLabel={t('data.survey.cancel')}
      onCancel={stopSurvey}
    />
  )
}
