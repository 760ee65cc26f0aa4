import { useTranslation } from 'react-i18next'
import { setOutput } from '../../shared/edits/setValues.ts'
import { isOutput, type OutputSpec } from '../../shared/project.ts'
import { formatFigure } from '../i18n/format.ts'
import { edit, useProject } from '../store/document.ts'
import { useSurvey } from '../store/survey.ts'
import { NumberField } from '../ui/form/NumberField.tsx'
import { Select } from '../ui/form/Select.tsx'
import { balancedWeights } from './balancedWeights.ts'

const ways = ['none', 'balanced', 'own'] as const
/** Of more classes the first are enough to weigh by hand. */
const most = 30

const wayOf = (weights: OutputSpec['classWeights']) =>
  weights === undefined ? 'none' : weights === 'balanced' ? 'balanced' : 'own'

const rounded = (weight: number) => Number(weight.toPrecision(3))

/** How much a training row counts by its class, for a target of classes: alike, balanced or as the user says. */
export function ClassWeightsForm({ node }: { readonly node: string }) {
  const { t } = useTranslation()
  const entry = useProject(({ nodes }) => nodes[node])
  const balance = useSurvey()?.balance.find((one) => one.node === node)
  if (!entry || !isOutput(entry) || !entry.output.target) return null
  const { target, classWeights } = entry.output
  const { encoding } = target
  if (encoding.kind !== 'binary' && encoding.kind !== 'classes') return null
  const even = balance ? balancedWeights(balance) : new Map<string, number>()
  const own = typeof classWeights === 'object' ? classWeights : {}
  const listed = encoding.kind === 'classes' ? (encoding.categories ?? []) : []
  const classes = [...new Set([...(even.size > 0 ? even.keys() : listed), ...Object.keys(own)])].slice(
    0,
    most,
  )
  const set = (next: OutputSpec['classWeights']) =>
    void edit((project) => setOutput(project, node, { classWeights: next }))
  const choose = (way: (typeof ways)[number]) => {
    if (way === wayOf(classWeights)) return
    if (way === 'own') set(Object.fromEntries(classes.map((name) => [name, rounded(even.get(name) ?? 1)])))
    else set(way === 'none' ? undefined : way)
  }
  const shown = classes.map((name) => `${name} ${formatFigure(rounded(even.get(name) ?? 1))}`)
  const way = wayOf(classWeights)
  return (
    <>
      <Select
        label={t('encoding.classWeights.label')}
        items={ways.map((id) => ({ id, label: t(`encoding.classWeights.ways.${id}`) }))}
        value={way}
        onChange={choose}
        help={
          way === 'balanced' && even.size > 0
            ? t('encoding.classWeights.balanced', { weights: shown.join(', ') })
            : t('encoding.classWeights.help')
        }
      />
      {way === 'own' &&
        classes.map((name) => (
          <NumberField
            key={name}
            label={name}
            value={own[name] ?? 1}
            min={0}
            max={1e6}
            onChange={(weight) => set({ ...own, [name]: weight })}
          />
        ))}
    </>
  )
}
