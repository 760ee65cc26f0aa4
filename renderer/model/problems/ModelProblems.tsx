import { CircleCheck } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnalysis } from '../../store/analysis.ts'
import { useProject } from '../../store/document.ts'
import { Section } from '../../ui/layout/Section.tsx'
import styles from './ModelProblems.module.css'
import { ProblemGroups } from './ProblemGroups.tsx'
import { problemGroups } from './problemGroups.ts'

/** The model's problems as a part of its details; a line that it is complete when there are none. */
export function ModelProblems() {
  const { t } = useTranslation()
  const project = useProject((all) => all)
  const analysis = useAnalysis((all) => all)
  const groups = useMemo(() => problemGroups(project, analysis), [project, analysis])
  if (groups.length === 0)
    return (
      <p className={styles['ok']}>
        <CircleCheck aria-hidden />
        {t('model.summary.noProblems')}
      </p>
    )
  const count = groups.reduce((sum, { problems }) => sum + problems.length, 0)
  return (
    <Section title={t('model.summary.problems')} note={count}>
      <ProblemGroups groups={groups} />
    </Section>
  )
}
