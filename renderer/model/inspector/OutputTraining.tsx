import { useTranslation } from 'react-i18next'
import {
  asLossName,
  effectiveLoss,
  losses,
  targetDefaults,
  targetKind,
  targetMetrics,
} from '../../../shared/losses.ts'
import { metricWords } from '../../../shared/metricWords.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { OutputSpec } from '../../../shared/project.ts'
import { lossNames, type MetricName, metricNames } from '../../../shared/training.ts'
import { useWords } from '../../i18n/useWords.ts'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { ControlGroup } from './fields/ControlGroup.tsx'
import { readNumber, showNumber, stepText } from './fields/readNumber.ts'
import { TypedField } from '../../fields/TypedField.tsx'
import styles from './OutputTraining.module.css'

interface OutputPartProps {
  readonly output: OutputSpec
  readonly onChange: (patch: Partial<OutputSpec>) => Problem | null
}

/** How an output is judged: while training by its loss and the loss's weight, afterwards by its metrics. */
export function OutputTraining({ output, onChange }: OutputPartProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('model.output.training')}>
      <Loss output={output} onChange={onChange} />
      <TypedField
        label={t('model.output.lossWeight')}
        help={t('model.output.lossWeightHelp')}
        value={showNumber(output.lossWeight ?? 1)}
        onWrite={(text) => onChange({ lossWeight: readNumber(text) as number })}
        onStep={(text, direction, times) => stepText(text, direction, times, { min: 0 })}
      />
      <Metrics output={output} onChange={onChange} />
    </Section>
  )
}

/** Losses that fit the target first; the others carry a warning. */
function Loss({ output, onChange }: OutputPartProps) {
  const { t } = useTranslation()
  const { words } = useWords()
  const kind = output.target && targetKind(output.target.encoding)
  const fits = (name: (typeof lossNames)[number]) => !kind || losses[name].targets.includes(kind)
  const sorted = lossNames.toSorted((one, other) => Number(fits(other)) - Number(fits(one)))
  const known = asLossName(effectiveLoss(output) ?? '')
  return (
    <Select
      label={t('model.output.loss')}
      help={known ? words(losses[known].help) : undefined}
      problem={known && !fits(known) ? t('model.output.lossUnusual') : undefined}
      placeholder={t('model.output.lossPlaceholder')}
      items={sorted.map((name) => ({
        id: name,
        label: words(losses[name].title),
        description: fits(name) ? words(losses[name].help) : t('model.output.lossUnusual'),
      }))}
      value={known}
      onChange={(loss) => onChange({ loss })}
    />
  )
}

function Metrics({ output, onChange }: OutputPartProps) {
  const { t } = useTranslation()
  const { words } = useWords()
  const kind = output.target && targetKind(output.target.encoding)
  const suggested: readonly string[] = kind ? targetDefaults[kind].metrics : []
  const chosen = output.metrics ?? suggested
  const fits = (name: MetricName) => !kind || targetMetrics[kind].includes(name)
  const shown = metricNames.filter((name) => fits(name) || chosen.includes(name))
  const set = (name: MetricName, isChosen: boolean) =>
    onChange({ metrics: metricNames.filter((one) => (one === name ? isChosen : chosen.includes(one))) })
  return (
    <ControlGroup label={t('model.output.metrics')} isStacked>
      {shown.map((name) => (
        <Checkbox key={name} isSelected={chosen.includes(name)} onChange={(isChosen) => set(name, isChosen)}>
          {words(metricWords[name]?.title ?? { en: name, ko: name })}
          {!fits(name) && <small className={styles['unusual']}> · {t('model.output.metricUnusual')}</small>}
        </Checkbox>
      ))}
    </ControlGroup>
  )
}
