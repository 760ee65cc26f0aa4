import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { paletteEntries } from '../../../shared/layers/index.ts'
import { type Command, useCommands } from '../../store/commands.ts'
import { useDocument } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import * as actions from './canvasActions.ts'
import { canvasStore } from './canvasStore.ts'
import { shortcuts } from './shortcuts.ts'

/** Offers what can be done in the Model workspace to the command palette and the keyboard. */
export const useModelCommands = (): void => {
  const { t } = useTranslation()
  const hasNodes = useSession(({ selection }) => selection.length > 0)
  const hasEdges = useStore(canvasStore, ({ selectedEdges }) => selectedEdges.size > 0)
  const canEdit = !useDocument((state) => state.readOnly)
  const commands = useMemo((): readonly Command[] => {
    const group = t('model.command.group')
    return [
      {
        id: 'model.delete',
        label: t('model.command.delete'),
        group,
        shortcut: shortcuts.delete,
        isEnabled: canEdit && (hasNodes || hasEdges),
        run: actions.deleteSelection,
      },
      {
        id: 'model.duplicate',
        label: t('model.command.duplicate'),
        group,
        shortcut: shortcuts.duplicate,
        isEnabled: canEdit && hasNodes,
        run: actions.duplicateSelection,
      },
      {
        id: 'model.selectAll',
        label: t('model.command.selectAll'),
        group,
        shortcut: shortcuts.selectAll,
        run: actions.selectAll,
      },
      {
        id: 'model.tidy',
        label: t('model.command.tidy'),
        group,
        shortcut: shortcuts.tidy,
        isEnabled: canEdit,
        run: actions.tidyGraph,
      },
      {
        id: 'model.fit',
        label: t('model.command.fit'),
        group,
        shortcut: shortcuts.fit,
        run: actions.fitGraph,
      },
      {
        id: 'model.minimap',
        label: t('model.command.minimap'),
        group,
        shortcut: shortcuts.minimap,
        run: actions.toggleMinimap,
      },
      ...paletteEntries.map(({ type, title }) => ({
        id: `model.add.${type}`,
        label: t('model.command.add', { title }),
        group,
        isEnabled: canEdit,
        run: () => actions.addFromPalette(type),
      })),
    ]
  }, [t, hasNodes, hasEdges, canEdit])
  useCommands('model', commands)
}
