import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Param, ParamKind, ParamTable } from '../../../../shared/layers/define.ts'
import type { Problem } from '../../../../shared/problems.ts'
import { Button } from '../../../ui/buttons/Button.tsx'
import { Section } from '../../../ui/layout/Section.tsx'
import { ParamEditor } from './ParamEditor.tsx'
import styles from './ParamField.module.css'

interface ParamSectionsProps {
  readonly params: ParamTable
  /** The document's value of a parameter; undefined where it has none. */
  readonly given: (name: string) => unknown
  /** Whether several layers are edited that differ in it. */
  readonly isMixed?: (name: string) => boolean
  readonly onChange: (name: string, value: unknown) => Problem | null
  /** Brings every default back, in one step; absent while nothing differs from it. */
  readonly onResetAll?: (() => void) | undefined
}

const weightKinds: ReadonlySet<ParamKind> = new Set(['initializer'])
const penaltyKinds: ReadonlySet<ParamKind> = new Set(['regularizer', 'constraint'])

/** The form of a table of parameters; how weights start and what holds them small fold away. */
export function ParamSections({ params, given, isMixed, onChange, onResetAll }: ParamSectionsProps) {
  const { t } = useTranslation()
  const all = Object.entries(params)
  const field = ([name, param]: readonly [string, Param]) => (
    <ParamEditor
      key={name}
      name={name}
      param={param}
      given={given(name)}
      isMixed={isMixed?.(name) ?? false}
      onChange={(value) => onChange(name, value)}
    />
  )
  const initial = all.filter(([, { kind }]) => weightKinds.has(kind))
  const penalties = all.filter(([, { kind }]) => penaltyKinds.has(kind))
  const main = all.filter((one) => !initial.includes(one) && !penalties.includes(one))
  return (
    <>
      {all.length > 0 && (
        <Section title={t('model.inspector.parameters')}>
          {main.map(field)}
          {onResetAll && (
            <Button
              variant="quiet"
              size="small"
              className={styles['resetAll']}
              icon={<RotateCcw />}
              onPress={onResetAll}
            >
              {t('model.inspector.resetAll')}
            </Button>
          )}
        </Section>
      )}
      {initial.length > 0 && (
        <Section title={t('model.inspector.initial')} isOpenAtFirst={false}>
          {initial.map(field)}
        </Section>
      )}
      {penalties.length > 0 && (
        <Section title={t('model.inspector.penalties')} isOpenAtFirst={false}>
          {penalties.map(field)}
        </Section>
      )}
    </>
  )
}
