import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { isCall } from '../../../shared/project.ts'
import { useCommands } from '../../store/commands.ts'
import { useDocument, useProject } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { selectedCards } from '../groups/flowSelection.ts'
import { canvasStore } from './canvasStore.ts'
import { modelCommands } from './modelCommands.ts'

/** Offers what can be done in the Model workspace to menus, the command palette and the keyboard. */
export const useModelCommands = (): void => {
  const { t } = useTranslation()
  const selection = useSession((state) => state.selection)
  const edges = useStore(canvasStore, ({ selectedEdges }) => selectedEdges.size)
  const notes = useStore(canvasStore, ({ selectedNotes }) => selectedNotes.size)
  const canEdit = !useDocument((state) => state.readOnly)
  const calls = useProject(
    (project) =>
      selection.filter((id) => {
        const node = project.nodes[id]
        return node !== undefined && isCall(node)
      }).length,
  )
  const card = useProject((project) => {
    const [only = '', ...others] = selectedCards(project, selection)
    return others.length > 0 ? '' : only
  })
  const commands = useMemo(() => {
    const node = card === '' ? null : card
    return modelCommands(t, { node, nodes: selection.length, calls, edges, notes, canEdit })
  }, [t, selection.length, card, calls, edges, notes, canEdit])
  useCommands('model', commands)
}
