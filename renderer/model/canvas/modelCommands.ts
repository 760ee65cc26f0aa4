import type { TFunction } from 'i18next'
import { paletteEntries } from '../../../shared/layers/index.ts'
import { attempt } from '../../files/attempt.ts'
import type { Command } from '../../store/commands.ts'
import { connectStore } from '../connect/connectStore.ts'
import { alignments } from '../edits/arrangeNodes.ts'
import { tidyGraph } from '../layout/tidyGraph.ts'
import { addNoteAt, writeNote } from '../notes/noteActions.ts'
import { quickAddHere } from '../quickAdd/openQuickAdd.ts'
import { addFromPalette } from './addActions.ts'
import * as arrange from './arrangeActions.ts'
import { fitGraph, fitSelection } from './fitGraph.ts'
import { middleOfView } from './middleOfView.ts'
import * as selection from './selectionActions.ts'
import { shortcuts } from './shortcuts.ts'

/** What the commands depend on: what is selected, and whether the document may be changed. */
export interface Situation {
  /** The only selected card, a node or a block; null when there is none or more. */
  readonly node: string | null
  readonly nodes: number
  readonly calls: number
  readonly edges: number
  readonly notes: number
  readonly canEdit: boolean
}

type Offer = Omit<Command, 'id' | 'label' | 'group' | 'shortcut'>

const named =
  (t: TFunction) =>
  (name: keyof typeof shortcuts, offer: Offer): Command => ({
    id: `model.${name}`,
    label: t(`model.command.${name}`),
    group: t('model.command.group'),
    shortcut: shortcuts[name],
    ...offer,
  })

const wire = (node: string | null, side: 'source' | 'target') => () =>
  connectStore.setState({ wiring: node === null ? null : { node, side } })

/** Adding nodes and wiring them. */
const addCommands = (t: TFunction, { node, notes, canEdit }: Situation): readonly Command[] => {
  const command = named(t)
  const isOne = canEdit && node !== null
  return [
    command('quickAdd', { isEnabled: canEdit, run: quickAddHere }),
    command('connect', { isEnabled: isOne, run: wire(node, 'source') }),
    command('connectInto', { isEnabled: isOne, run: wire(node, 'target') }),
    command('note', { isEnabled: canEdit, run: () => addNoteAt(middleOfView()) }),
    {
      id: 'model.writeNote',
      label: t('model.command.writeNote'),
      group: t('model.command.group'),
      isEnabled: canEdit && notes === 1,
      run: writeNote,
    },
    ...paletteEntries.map(({ type, title }) => ({
      id: `model.add.${type}`,
      label: t('model.command.add', { title }),
      group: t('model.command.group'),
      isEnabled: canEdit,
      run: () => addFromPalette(type),
    })),
  ]
}

/** What is done with the selection. */
const editCommands = (
  t: TFunction,
  { nodes, calls, edges, notes, canEdit }: Situation,
): readonly Command[] => {
  const command = named(t)
  const isCopied = nodes + notes > 0
  return [
    command('bypass', { isEnabled: canEdit && calls > 0, run: selection.bypassSelection }),
    command('cut', { isNative: true, isEnabled: canEdit && isCopied, run: selection.cutSelection }),
    command('copy', { isNative: true, isEnabled: isCopied, run: selection.copySelection }),
    command('paste', { isNative: true, isEnabled: canEdit, run: selection.pasteFromMenu }),
    command('duplicate', { isEnabled: canEdit && isCopied, run: selection.duplicateSelection }),
    command('delete', {
      isEnabled: (canEdit && isCopied) || (canEdit && edges > 0),
      run: selection.deleteSelection,
    }),
    command('selectAll', { run: selection.selectAll }),
  ]
}

/** Lining up and laying out. */
const arrangeCommands = (t: TFunction, { nodes, canEdit }: Situation): readonly Command[] => {
  const group = t('model.command.group')
  return [
    ...alignments.map((alignment) => ({
      id: `model.align.${alignment}`,
      label: t(`model.arrange.${alignment}`),
      group,
      isEnabled: canEdit && nodes > 1,
      run: () => arrange.alignSelection(alignment),
    })),
    ...(['horizontal', 'vertical'] as const).map((axis) => ({
      id: `model.distribute.${axis}`,
      label: t(`model.arrange.${axis}`),
      group,
      isEnabled: canEdit && nodes > 2,
      run: () => arrange.distributeSelection(axis),
    })),
    named(t)('tidy', { isEnabled: canEdit, run: () => attempt(tidyGraph) }),
  ]
}

/** Looking at the graph and walking through it. */
const viewCommands = (t: TFunction, { nodes }: Situation): readonly Command[] => {
  const command = named(t)
  return [
    ...(['next', 'previous', 'above', 'below'] as const).map((way) =>
      command(way, { run: () => arrange.walk(way) }),
    ),
    command('fit', { run: fitGraph }),
    command('fitSelection', { isEnabled: nodes > 0, run: fitSelection }),
    command('minimap', { run: arrange.toggleMinimap }),
  ]
}

/** Everything that can be done on the canvas, for menus, the command palette and the keyboard. */
export const modelCommands = (t: TFunction, situation: Situation): readonly Command[] => [
  ...editCommands(t, situation),
  ...arrangeCommands(t, situation),
  ...viewCommands(t, situation),
  ...addCommands(t, situation),
]
