import { CircleCheck, ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../../store/document.ts'
import { problemText } from '../../i18n/problemText.ts'
import { surveyAgain, useSurvey, useSurveyState } from '../../store/survey.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { isInput, isOutput } from '../../../shared/project.ts'
import { SurveyProgress } from './SurveyProgress.tsx'
import styles from './SurveyPanel.module.css'
import { WarningCard } from './WarningCard.tsx'

/** What to be warned of in the rows, each with why it matters and what to do. */
export function SurveyPanel() {
  const { t } = useTranslation()
  const state = useSurveyState()
  const survey = useSurvey()
  const isUsed = useProject(({ nodes }) =>
    Object.values(nodes).some((node) =>
      isInput(node) ? node.input.columns.length > 0 : isOutput(node) && node.output.target !== undefined,
    ),
  )
  const isFine = survey?.warnings.length === 0
  if (state.kind === 'none' || (isFine && state.kind !== 'failed'))
    return (
      <div className={styles['empty']}>
        <SurveyProgress />
        {isFine && isUsed ? (
          <EmptyState
            icon={<CircleCheck aria-hidden />}
            title={t('data.survey.none')}
            text={t('data.survey.noneText')}
          />
        ) : (
          <EmptyState
            icon={<ListChecks aria-hidden />}
            title={t('data.survey.noneYetTitle')}
            text={t(isFine ? 'data.survey.noneYet' : 'data.survey.waiting')}
          />
        )}
      </div>
    )
  return (
    <div className={styles['panel']}>
      {state.kind === 'failed' && (
        <Notice
          tone="danger"
          actions={
            <Button size="small" onPress={surveyAgain}>
              {t('data.survey.again')}
            </Button>
          }
        >
          {problemText(state.problem)}
        </Notice>
      )}
      <SurveyProgress />
      {survey && survey.warnings.length > 0 && (
        <ul className={styles['list']} data-old={state.kind === 'working' || undefined}>
          {survey.warnings.map((warning) => (
            <li key={JSON.stringify([warning.problem.code, warning.at])}>
              <WarningCard warning={warning} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
