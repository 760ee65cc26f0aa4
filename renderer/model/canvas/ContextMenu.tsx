import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { commandStore } from '../../store/commands.ts'
import { useSession } from '../../store/session.ts'
import type { MenuGroup } from '../../ui/overlay/Menu.tsx'
import { PointMenu } from '../../ui/overlay/PointMenu.tsx'
import { alignments } from '../edits/arrangeNodes.ts'
import { addNoteAt } from '../notes/noteActions.ts'
import { quickAddAt } from '../quickAdd/openQuickAdd.ts'
import { canvasStore } from './canvasStore.ts'
import { type MenuKind, menuStore } from './contextMenuEvents.ts'

const own = (...names: string[]) => names.map((name) => `model.${name}`)
const clipboard = own('cut', 'copy', 'duplicate')

interface Point {
  readonly x: number
  readonly y: number
}

/** Commands by what was right-clicked, in groups. */
const menus: Readonly<Record<MenuKind, readonly (readonly string[])[]>> = {
  pane: [own('quickAdd', 'note', 'paste'), own('selectAll', 'tidy'), own('fit', 'minimap')],
  node: [
    own('quickAdd', 'connect', 'connectInto'),
    own('share', 'unshare', 'group', 'toggle'),
    own('bypass'),
    clipboard,
    own('delete'),
  ],
  nodes: [
    own('group', 'ungroup', 'toggle', 'share', 'unshare', 'saveBlock'),
    own(...alignments.map((alignment) => `align.${alignment}`)),
    own('distribute.horizontal', 'distribute.vertical'),
    own('bypass', 'fitSelection'),
    clipboard,
    own('delete'),
  ],
  edge: [own('quickAdd'), own('delete')],
  note: [own('writeNote'), clipboard, own('delete')],
}

/** What goes where the pane was clicked rather than into the middle of the view. */
const placed = (at: Point): Readonly<Record<string, () => void>> => ({
  'model.quickAdd': () => quickAddAt(at),
  'model.note': () => {
    const place = canvasStore.getState().flow?.screenToFlowPosition(at)
    if (place) addNoteAt(place)
  },
})

/** What a right click (or the menu key) offers, while it is open. */
export function ContextMenu() {
  const { t } = useTranslation()
  const open = useStore(menuStore, (state) => state.open)
  const offers = useStore(commandStore, (state) => state.offers)
  const several = useSession(({ selection }) => selection.length > 1)
  if (!open) return null
  const commands = new Map([...offers.values()].flat().map((command) => [command.id, command]))
  const kind = open.kind === 'node' && several ? 'nodes' : open.kind
  const groups = menus[kind].map(
    (ids, index): MenuGroup => ({
      id: String(index),
      items: ids.flatMap((id) => {
        const command = commands.get(id)
        if (!command) return []
        const { label, shortcut, isEnabled } = command
        const run = (open.kind === 'pane' && placed(open.at)[id]) || command.run
        // After the menu has given the focus back.
        return [{ id, label, shortcut, isDisabled: isEnabled === false, run: () => setTimeout(run) }]
      }),
    }),
  )
  return (
    <PointMenu
      label={t('model.canvas.menu')}
      groups={groups}
      at={open.at}
      onClose={() => menuStore.setState({ open: null })}
    />
  )
}
