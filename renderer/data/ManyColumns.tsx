import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { modelNames } from '../../shared/names.ts'
import type { Problem } from '../../shared/problems.ts'
import { isInput } from '../../shared/project.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { InputEncodingForm } from '../encoding/InputEncodingForm.tsx'
import { ShapeFields } from '../encoding/ShapeFields.tsx'
import { problemText } from '../i18n/problemText.ts'
import { edit, useProject } from '../store/document.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { Select } from '../ui/form/Select.tsx'
import { Section } from '../ui/layout/Section.tsx'
import styles from './ColumnDetails.module.css'
import type { Use } from './columnUses.ts'
import {
  changeEncodings,
  changeRoles,
  commonKinds,
  type ManyRole,
  sharedRole,
  shapeAsInput,
} from './manyColumns.ts'
import { refOf } from './refOf.ts'

interface ManyColumnsProps {
  readonly source: string
  readonly columns: readonly ColumnProfile[]
  readonly uses: ReadonlyMap<string, readonly Use[]>
}

/** Several columns at once: their role, their encoding, and what they are together; each change is one undoable act. */
export function ManyColumns({ source, columns, uses }: ManyColumnsProps) {
  const { t } = useTranslation()
  const project = useProject((whole) => whole)
  const shaped = columns.map((profile) => ({ ...refOf(project, source, profile.name), profile }))
  return (
    <div className={styles['details']}>
      <header className={styles['head']}>
        <h2 className={styles['name']}>{t('data.many.title', { count: columns.length })}</h2>
      </header>
      <Section title={t('data.many.role')}>
        <Roles source={source} columns={columns} uses={uses} />
      </Section>
      <Section title={t('data.many.encoding')}>
        <Encodings source={source} columns={columns} uses={uses} />
      </Section>
      <Section title={t('encoding.shape.title')}>
        <ShapeFields
          key={columns.map(({ name }) => name).join('\n')}
          columns={shaped}
          onApply={(shape) => edit((whole) => shapeAsInput(whole, source, columns, shape))}
        />
      </Section>
    </div>
  )
}

function Roles({ source, columns, uses }: ManyColumnsProps) {
  const { t } = useTranslation()
  const project = useProject((whole) => whole)
  const [refused, setRefused] = useState<{ readonly of: unknown; readonly problem: Problem } | null>(null)
  const { inputs } = modelNames(project)
  const choices: readonly { id: string; label: string; role: ManyRole }[] = [
    { id: 'none', label: t('data.roles.none'), role: { kind: 'none' } },
    ...Object.entries(project.nodes).flatMap(([node, entry]) =>
      isInput(entry)
        ? [
            {
              id: `input:${node}`,
              label: t('data.roleOfInput', { name: inputs.get(node) }),
              role: { kind: 'input' as const, node },
            },
          ]
        : [],
    ),
    { id: 'input:', label: t('data.newInput'), role: { kind: 'input', node: null } },
    { id: 'output', label: t('data.many.newTargets'), role: { kind: 'output' } },
  ]
  const choose = (id: string) => {
    const chosen = choices.find((choice) => choice.id === id)
    if (!chosen) return
    const problem = edit((whole) => changeRoles(whole, source, columns, chosen.role))
    setRefused(problem && { of: columns, problem })
  }
  return (
    <>
      <Select
        label={t('data.many.role')}
        isLabelHidden
        items={choices}
        value={sharedRole(columns, uses)}
        placeholder={t('data.many.keep')}
        onChange={choose}
      />
      {refused?.of === columns && <Notice tone="warn">{problemText(refused.problem)}</Notice>}
    </>
  )
}

/** The encoding of those that are inputs; the first stands for all. */
function Encodings({ source, columns, uses }: ManyColumnsProps) {
  const { t } = useTranslation()
  const inputs = columns.flatMap((profile) =>
    (uses.get(profile.name) ?? []).flatMap((use) => (use.kind === 'input' ? [{ profile, use }] : [])),
  )
  const [first] = inputs
  if (!first) return <p className={styles['note']}>{t('data.many.noInputs')}</p>
  const kinds = commonKinds(inputs.map(({ profile }) => profile))
  if (kinds.length === 0) return <p className={styles['note']}>{t('data.many.noKind')}</p>
  const { encoding } = first.use
  const asText = (one: (typeof inputs)[number]) => {
    const { categories: _, ...settings }: Record<string, unknown> = one.use.encoding
    return JSON.stringify(settings)
  }
  const isMixed = inputs.some((one) => asText(one) !== asText(first))
  return (
    <>
      {isMixed && <Notice>{t('data.many.differ')}</Notice>}
      <InputEncodingForm
        column={first.profile}
        kinds={kinds}
        encoding={encoding}
        onChange={(next) => edit((whole) => changeEncodings(whole, source, inputs, encoding, next))}
      />
    </>
  )
}
