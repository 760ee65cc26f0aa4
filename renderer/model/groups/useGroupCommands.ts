import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isCall, type Project } from '../../../shared/project.ts'
import { type Command, useCommands } from '../../store/commands.ts'
import { useDocument } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import type { Shortcut } from '../../ui/keys/shortcut.ts'
import { sharedLayers } from '../card/nodeCard.ts'
import { saveSelection } from './blockActions.ts'
import { chosenGroups, groupSelection, toggleGroups, ungroupSelection } from './groupActions.ts'
import { inspectedGroup } from './inspectedGroup.ts'
import { shareSelection, unshareSelection } from './shareActions.ts'

/** Keys for groups and shared layers, by place on the keyboard. */
const shortcuts = {
  group: { code: 'KeyG', mod: true },
  ungroup: { code: 'KeyG', mod: true, shift: true },
  toggle: { code: 'KeyE', shift: true },
  share: { code: 'KeyW', shift: true },
  unshare: { code: 'KeyU', shift: true },
} as const satisfies Record<string, Shortcut>

/** What can be done with a selection, for menus and buttons. */
const possible = (project: Project | null, selection: readonly string[]) => {
  const nodes = selection.flatMap((id) => project?.nodes[id] ?? [])
  const shared = project ? sharedLayers(project.nodes) : new Map()
  const hasGroup = project !== null && nodes.length > 0 && chosenGroups(project, selection).length > 0
  return {
    group: nodes.length > 0,
    ungroup: hasGroup,
    toggle: hasGroup,
    share: nodes.some(isCall),
    unshare: nodes.some((node) => isCall(node) && shared.has(node.layer)),
    save: project !== null && inspectedGroup(project, selection) !== null,
  }
}

/** Offers what can be done with groups and shared layers to the command palette and the keyboard. */
export const useGroupCommands = (): void => {
  const { t } = useTranslation()
  const selection = useSession((state) => state.selection)
  const project = useDocument((state) => state.project)
  const canEdit = !useDocument((state) => state.readOnly)
  const can = useMemo(() => possible(project, selection), [project, selection])
  const key = canEdit ? Object.values(can).join() : ''
  const commands = useMemo((): readonly Command[] => {
    const now = key.split(',').map((one) => one === 'true')
    const runs = {
      group: groupSelection,
      ungroup: ungroupSelection,
      toggle: toggleGroups,
      share: shareSelection,
      unshare: unshareSelection,
      save: saveSelection,
    }
    const names = ['group', 'ungroup', 'toggle', 'share', 'unshare', 'save'] as const
    return names.map((name, index) => ({
      id: name === 'save' ? 'model.saveBlock' : `model.${name}`,
      label: t(`model.groups.command.${name}`),
      group: t('model.command.group'),
      ...(name === 'save' ? {} : { shortcut: shortcuts[name] }),
      isEnabled: now[index] ?? false,
      run: runs[name],
    }))
  }, [t, key])
  useCommands('model.groups', commands)
}
