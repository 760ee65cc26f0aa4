import { CircleCheck, Cpu, Languages, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { layerOf } from '../../shared/graph.ts'
import { modelNames, nodeTitle } from '../../shared/names.ts'
import { formatBytes, formatCount } from '../i18n/format.ts'
import { useProblemText } from '../i18n/useProblemText.ts'
import { useAllProblems } from '../store/allProblems.ts'
import { type PlacedProblem, useAnalysis } from '../store/analysis.ts'
import { useProject } from '../store/document.ts'
import { sessionStore, useSession } from '../store/session.ts'
import { useSurvey } from '../store/survey.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Menu } from '../ui/overlay/Menu.tsx'
import { Popover } from '../ui/overlay/Popover.tsx'
import styles from './StatusBar.module.css'
import { isOfStep, showProblem, showWarnings } from './showProblem.ts'
import { useEngines } from './useEngines.ts'

/** Figures about the whole model, its problems, the engine and the language. */
export function StatusBar() {
  const { t } = useTranslation()
  const { total } = useAnalysis(({ parameters }) => parameters)
  const memory = useAnalysis(({ memoryBytes }) => memoryBytes)
  return (
    <footer className={styles['bar']}>
      <span>{t('app.status.parameters', { count: total, formatted: formatCount(total) })}</span>
      <span className={styles['quiet']}>{t('app.status.memory', { size: formatBytes(memory) })}</span>
      <Problems />
      <Warnings />
      <span className={styles['gap']} />
      <Engine />
      <Language />
    </footer>
  )
}

function Problems() {
  const { t } = useTranslation()
  const project = useProject((all) => all)
  const problems = useAllProblems()
  const warnings = useWarningCount()
  const problemText = useProblemText()
  if (problems.length === 0)
    return (
      <span className={styles[warnings > 0 ? 'quiet' : 'ok']}>
        {warnings === 0 && <CircleCheck aria-hidden />}
        {t('app.status.noProblems')}
      </span>
    )
  const go = (placed: PlacedProblem, close: () => void) => {
    showProblem(placed)
    close()
  }
  const typeOf = (id: string | null) => {
    const node = id === null ? undefined : project.nodes[id]
    return (node && layerOf(project, node)?.type) ?? ''
  }
  const { outputs } = modelNames(project)
  const titleOf = (id: string | null) => {
    const node = id === null ? undefined : project.nodes[id]
    if (id === null || !node) return t('app.status.wholeModel')
    return outputs.get(id) ?? nodeTitle(project, node)
  }
  return (
    <Popover
      label={t('app.status.problemsTitle')}
      placement="top start"
      trigger={
        <Button variant="quiet" size="small" className={styles['problems']} icon={<TriangleAlert />}>
          {t('app.status.problems', { count: problems.length })}
        </Button>
      }
    >
      {(close) => (
        <ul className={styles['list']}>
          {problems.slice(0, 50).map(({ node, problem }, index) => (
            <li key={`${node}-${problem.code}-${index}`}>
              <button
                type="button"
                className={styles['problem']}
                onClick={() => go({ node, problem }, close)}
              >
                <strong>{isOfStep(problem) ? t('data.steps.title') : titleOf(node)}</strong>
                {problemText(problem, typeOf(node))}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  )
}

/** How many warnings the rows give; none where there are no rows. */
const useWarningCount = (): number => useSurvey()?.warnings.length ?? 0

/** Warnings of the rows, and the way to them. */
function Warnings() {
  const { t } = useTranslation()
  const count = useWarningCount()
  if (count === 0) return null
  return (
    <Button
      variant="quiet"
      size="small"
      className={styles['problems']}
      icon={<TriangleAlert />}
      onPress={showWarnings}
    >
      {t('data.survey.count', { count, formatted: formatCount(count) })}
    </Button>
  )
}

function Engine() {
  const engines = useEngines()
  const chosen = useProject(({ training }) => training.engine)
  const engine = engines.find(({ id, available }) => (chosen === 'auto' ? available : id === chosen))
  if (!engine) return null
  return (
    <span className={styles['quiet']}>
      <Cpu aria-hidden />
      {engine.title} · {engine.device}
    </span>
  )
}

function Language() {
  const { t } = useTranslation()
  const language = useSession((state) => state.language)
  const languages = [
    ['en', 'English'],
    ['ko', '한국어'],
  ] as const
  return (
    <Menu
      label={t('app.status.language')}
      placement="top end"
      trigger={
        <Button
          variant="quiet"
          size="small"
          className={styles['language']}
          icon={<Languages />}
          aria-label={t('app.status.language')}
        >
          {languages.find(([id]) => id === language)?.[1]}
        </Button>
      }
      groups={[
        {
          id: 'languages',
          items: languages.map(([id, label]) => ({
            id,
            label,
            isChecked: id === language,
            run: () => sessionStore.setState({ language: id }),
          })),
        },
      ]}
    />
  )
}
