import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { paletteEntries } from '../../../shared/layers/index.ts'
import { type Command, useCommands } from '../../store/commands.ts'
import { useDocument } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import * as actions from './canvasActions.ts'
import { canvasStore } from './canvasStore.ts'
import { fitGraph } from './fitGraph.ts'
import { shortcuts } from './shortcuts.ts'

/** Offers what can be done in the Model workspace to the command palette and the keyboard. */
export const useModelCommands = (): void => {
  const { t } = useTranslation()
  const hasNodes = useSession(({ selection }) => selection.length > 0)
  const hasEdges = useStore(canvasStore, ({ selectedEdges }) => selectedEdges.size > 0)
  const canEdit = !useDocument((state) => state.readOnly)
  const commands = useMemo((): readonly Command[] => {
    const group = t('model.command.group')
    const command = (
      name: keyof typeof shortcuts,
      label: string,
      run: () => void,
      isEnabled = true,
    ): Command => ({ id: `model.${name}`, label, group, shortcut: shortcuts[name], isEnabled, run })
    const additions = paletteEntries.map(({ type, title }) => ({
      id: `model.add.${type}`,
      label: t('model.command.add', { title }),
      group,
      isEnabled: canEdit,
      run: () => actions.addFromPalette(type),
    }))
    return [
      command('tidy', t('model.command.tidy'), actions.tidyGraph, canEdit),
      command('fit', t('model.command.fit'), fitGraph),
      command('minimap', t('model.command.minimap'), actions.toggleMinimap),
      command('selectAll', t('model.command.selectAll'), actions.selectAll),
      command('duplicate', t('model.command.duplicate'), actions.duplicateSelection, canEdit && hasNodes),
      command(
        'delete',
        t('model.command.delete'),
        actions.deleteSelection,
        canEdit && (hasNodes || hasEdges),
      ),
      ...additions,
    ]
  }, [t, hasNodes, hasEdges, canEdit])
  useCommands('model', commands)
}
