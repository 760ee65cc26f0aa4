import { LocateFixed, TriangleAlert, Wand2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { repairData } from '../../../shared/edits/repairData.ts'
import type { DataRepair, DataWarning } from '../../../shared/survey.ts'
import { formatCount } from '../../i18n/format.ts'
import { problemText } from '../../i18n/problemText.ts'
import { selectColumn, showDetails, showSource } from '../../store/dataView.ts'
import { currentProject, edit } from '../../store/document.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { IconButton } from '../../ui/buttons/IconButton.tsx'
import { explanation } from './explanation.ts'
import styles from './SurveyPanel.module.css'

/** One warning: what was found, why it matters, the column it is about, and one button for each way to mend it. */
export function WarningCard({ warning: { problem, at, repairs } }: { readonly warning: DataWarning }) {
  const { t } = useTranslation()
  const labelOf = (repair: DataRepair) =>
    t(`data.survey.repairs.${repair.kind}`, { column: 'column' in repair ? repair.column : '' })
  const jump = () => {
    if (!at) return
    // What a step makes is shown with the first source.
    const source = at.source || (currentProject().data.sources[0]?.id ?? '')
    showSource(source)
    selectColumn(source, at.column)
    showDetails('column')
  }
  const values = Object.fromEntries(
    Object.entries(problem.values ?? {}).map(([key, value]) => [
      key,
      typeof value === 'number' && Number.isInteger(value) ? formatCount(value) : value,
    ]),
  )
  return (
    <article className={styles['card']}>
      <TriangleAlert className={styles['icon']} aria-hidden />
      <div className={styles['words']}>
        <p className={styles['found']}>{problemText({ ...problem, values })}</p>
        <p className={styles['why']}>{explanation(t, problem.code)}</p>
        {repairs.length > 0 && (
          <div className={styles['actions']}>
            {repairs.map((repair) => (
              <Button
                key={JSON.stringify(repair)}
                size="small"
                icon={<Wand2 aria-hidden />}
                onPress={() => void edit((project) => repairData(project, repair))}
              >
                {labelOf(repair)}
              </Button>
            ))}
          </div>
        )}
      </div>
      {at && (
        <IconButton
          label={t('data.survey.jump')}
          size="small"
          icon={<LocateFixed aria-hidden />}
          onPress={jump}
        />
      )}
    </article>
  )
}
