import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { modelNames } from '../../shared/names.ts'
import type { Problem } from '../../shared/problems.ts'
import { isInput, isOutput, type Project } from '../../shared/project.ts'
import type { ColumnProfile } from '../../shared/table.ts'
import { inputKinds, targetKinds } from '../encoding/encodingKinds.ts'
import { problemText } from '../i18n/problemText.ts'
import { edit, useProject } from '../store/document.ts'
import { Notice } from '../ui/feedback/Notice.tsx'
import { type ChoiceItem, Select } from '../ui/form/Select.tsx'
import { changeRole, type Role } from './changeRole.ts'
import { roleKind, type Use } from './columnUses.ts'
import { refOf } from './refOf.ts'

interface RoleFormProps {
  readonly source: string
  readonly column: ColumnProfile
  readonly uses: readonly Use[]
}

interface RoleChoice extends ChoiceItem {
  readonly role: Role
}
const idOf = (role: Role) => (role.kind === 'none' ? 'none' : `${role.kind}:${role.node ?? ''}`)

const useChoices = (project: Project, profile: ColumnProfile): readonly RoleChoice[] => {
  const { name: column } = profile
  const { t } = useTranslation()
  const { inputs, outputs } = modelNames(project)
  const choice = (role: Role, label: string, description?: string): RoleChoice => ({
    id: idOf(role),
    role,
    label,
    ...(description ? { description } : {}),
    isDisabled:
      (role.kind === 'input' && inputKinds(profile).length === 0) ||
      (role.kind === 'output' && targetKinds(profile).length === 0),
  })
  const nodes = Object.entries(project.nodes)
  return [
    choice({ kind: 'none' }, t('data.roles.none')),
    ...nodes.flatMap(([node, entry]) =>
      isInput(entry)
        ? [choice({ kind: 'input', node }, t('data.roleOfInput', { name: inputs.get(node) }))]
        : [],
    ),
    choice({ kind: 'input', node: null }, t('data.newInput')),
    ...nodes.flatMap(([node, entry]) => {
      if (!isOutput(entry)) return []
      const now = entry.output.target?.column
      const note = now !== undefined && now !== column ? t('data.replacesTarget', { column: now }) : undefined
      return [choice({ kind: 'output', node }, t('data.roleOfOutput', { name: outputs.get(node) }), note)]
    }),
    choice({ kind: 'output', node: null }, t('data.newOutput')),
  ]
}

/** What a column is to the model; another choice is one undoable step that also proposes its encoding. */
export function RoleForm({ source, column, uses }: RoleFormProps) {
  const { t } = useTranslation()
  const project = useProject((whole) => whole)
  const choices = useChoices(project, column)
  const [refused, setRefused] = useState<{
    readonly column: ColumnProfile
    readonly problem: Problem
  } | null>(null)
  const kind = roleKind(uses)
  const [use] = uses
  const value = kind === 'several' ? null : use ? `${use.kind}:${use.node}` : 'none'
  const isUsable = choices.some(({ role, isDisabled }) => role.kind !== 'none' && !isDisabled)
  const help = !isUsable
    ? t('data.notUsable')
    : kind === 'several'
      ? t('data.roleSeveral')
      : t(`data.roleHelp.${kind}`)
  const choose = (id: string) => {
    const chosen = choices.find((choice) => choice.id === id)
    if (!chosen || id === value) return
    const problem = edit((whole) => changeRole(whole, refOf(whole, source, column.name), column, chosen.role))
    setRefused(problem && { column, problem })
  }
  return (
    <>
      <Select
        label={t('data.role')}
        isLabelHidden
        items={choices}
        value={value}
        onChange={choose}
        placeholder={t('data.roles.several')}
        help={help}
      />
      {refused?.column === column && <Notice tone="warn">{problemText(refused.problem)}</Notice>}
    </>
  )
}
