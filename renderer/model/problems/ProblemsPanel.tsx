import { CircleCheck, Wrench } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { repairAll } from '../../../shared/repairs/repairAll.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { useDocument, useProject } from '../../store/document.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { shortcutText } from '../../ui/keys/shortcut.ts'
import { applyRepair } from './applyRepair.ts'
import { ProblemGroups } from './ProblemGroups.tsx'
import { problemGroups } from './problemGroups.ts'
import styles from './ProblemsPanel.module.css'

/** Everything that keeps the model from training, with the way to it and the ways to mend it. */
export function ProblemsPanel() {
  const { t } = useTranslation()
  const project = useProject((all) => all)
  const analysis = useAnalysis((all) => all)
  const canEdit = !useDocument((state) => state.readOnly)
  const groups = useMemo(() => problemGroups(project, analysis), [project, analysis])
  if (groups.length === 0)
    return (
      <EmptyState
        icon={<CircleCheck />}
        title={t('model.problems.emptyTitle')}
        text={t('model.problems.emptyText')}
      />
    )
  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        <span>
          {shortcutText({ code: 'F8' })} – {t('model.problems.keys')}
        </span>
        {canEdit && (
          <Button size="small" icon={<Wrench />} onPress={() => applyRepair(repairAll)}>
            {t('model.problems.repairAll')}
          </Button>
        )}
      </div>
      <ProblemGroups groups={groups} />
    </div>
  )
}
