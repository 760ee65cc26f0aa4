import { useTranslation } from 'react-i18next'
import { modelNames } from '../../../shared/names.ts'
import type { Correlation } from '../../../shared/survey.ts'
import { formatFigure } from '../../i18n/format.ts'
import { useProject } from '../../store/document.ts'
import { useBalance, useCorrelations } from '../../store/survey.ts'
import { Section } from '../../ui/layout/Section.tsx'
import { ClassBars } from '../split/ClassBars.tsx'
import styles from './ColumnSurvey.module.css'

interface ColumnSurveyProps {
  readonly source: string
  readonly column: string
}

/** What the rows of all parts say of a column: the balance of its classes where it is a target, and how it goes with each target. */
export function ColumnSurvey({ source, column }: ColumnSurveyProps) {
  const { t } = useTranslation()
  const balance = useBalance(source, column)
  const correlations = useCorrelations(source, column)
  const outputs = useProject(modelNamesOf)
  return (
    <>
      {balance && (
        <Section title={t('data.survey.balance')}>
          <ClassBars balance={balance} />
        </Section>
      )}
      {correlations.length > 0 && (
        <Section title={t('data.survey.correlation')}>
          {correlations.map((one) => (
            <Strength key={one.node} correlation={one} name={outputs.get(one.node) ?? ''} />
          ))}
          <p className={styles['note']}>{t('data.survey.correlationHelp')}</p>
        </Section>
      )}
    </>
  )
}

const known = new WeakMap<object, ReadonlyMap<string, string>>()
/** Names of a document's outputs; the same map for the same document, as a store's reader needs it. */
const modelNamesOf = (project: Parameters<typeof modelNames>[0]): ReadonlyMap<string, string> => {
  const names = known.get(project) ?? modelNames(project).outputs
  known.set(project, names)
  return names
}

interface StrengthProps {
  readonly correlation: Correlation
  readonly name: string
}

/** One correlation: the target's name, a bar from 0 (in the middle where it may be negative), the measure and its value. */
function Strength({ correlation: { measure, value }, name }: StrengthProps) {
  const { t } = useTranslation()
  const isSigned = measure === 'pearson'
  const size = `${Math.abs(value) * (isSigned ? 50 : 100)}%`
  const start = isSigned ? '50%' : '0'
  const figure = formatFigure(Number(Math.abs(value).toFixed(3)))
  return (
    <div className={styles['strength']}>
      <span className={styles['name']} title={name}>
        {name}
      </span>
      <span className={styles['rail']} data-signed={isSigned || undefined} aria-hidden>
        <span
          className={styles['fill']}
          style={value < 0 ? { right: '50%', width: size } : { left: start, width: size }}
        />
      </span>
      <span className={styles['value']} title={t(`data.survey.measures.${measure}`)}>
        {t(`data.survey.marks.${measure}`)} {value < 0 && figure !== '0' ? `−${figure}` : figure}
      </span>
    </div>
  )
}
