import type { TFunction } from 'i18next'
import { Boxes } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { PaletteEntry, TensorSpec } from '../../../shared/layers/define.ts'
import { findLayer, paletteEntries } from '../../../shared/layers/index.ts'
import type { BlockInfo } from '../../../shared/savedBlock.ts'
import { useWords } from '../../i18n/useWords.ts'
import { analysisOf } from '../../store/analysis.ts'
import { currentProject, edit } from '../../store/document.ts'
import { QuickPick, type QuickPickGroup, type QuickPickItem } from '../../ui/overlay/QuickPick.tsx'
import { canvasStore } from '../canvas/canvasStore.ts'
import { focusNode } from '../canvas/focusNode.ts'
import { middleOfView } from '../canvas/middleOfView.ts'
import { categoryHue } from '../card/categoryHue.ts'
import { categoryIcon } from '../card/categoryIcon.ts'
import { addSavedBlock } from '../groups/blockActions.ts'
import { blocksNamed, blocksStore, blockType, savedIdOf } from '../groups/blocksStore.ts'
import { innerEnds } from '../groups/flowEnds.ts'
import { entryScore, searchEntries } from '../palette/searchEntries.ts'
import { addChosen } from './addChosen.ts'
import { fitsEnd, hasWayThrough } from './fitsEnd.ts'
import { type QuickAddRequest, quickAddStore } from './quickAddStore.ts'

/** The quick-add box, while it is asked for. */
export function QuickAdd() {
  const request = useStore(quickAddStore, (state) => state.request)
  return request && <Box request={request} />
}

const close = () => quickAddStore.setState({ request: null })

const choose = (type: string, request: QuickAddRequest) => {
  close()
  const saved = savedIdOf(type)
  if (saved !== null) return addSavedBlock(saved, { at: request.place, end: request.end })
  let node: string | null = null
  const refusal = edit((project) => {
    const added = addChosen(project, type, request, middleOfView())
    node = added.node
    return added.project
  })
  canvasStore.setState({ refusal })
  if (node !== null) focusNode(node)
}

const tensorAt = (card: string, own: string): TensorSpec | null => {
  const [end] = innerEnds(currentProject(), { node: card, port: own, side: 'source' })
  const { node = '', port = '' } = end ?? {}
  const outputs = analysisOf(currentProject()).nodes[node]?.outputs ?? {}
  return (Object.hasOwn(outputs, port) && outputs[port]) || null
}

const endsLast = ({ type }: PaletteEntry) => (findLayer(type) ? 0 : 1)

/** Entries that fit what the new node is to be wired to, and those that don't. */
const splitByFit = ({ end, edge }: QuickAddRequest) => {
  const fits = ({ type }: PaletteEntry) => {
    if (edge) return hasWayThrough(type) && fitsEnd(type, 'source', tensorAt(edge.from, edge.out))
    return !end || fitsEnd(type, end.side, end.side === 'source' ? tensorAt(end.node, end.port) : null)
  }
  // Among what goes behind a node, ends of the model come last.
  const fitting = paletteEntries
    .filter(fits)
    .toSorted((one, other) => (end ? endsLast(one) - endsLast(other) : 0))
  return { fitting, others: paletteEntries.filter((entry) => !fitting.includes(entry)) }
}

function Box({ request }: { readonly request: QuickAddRequest }) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const { fitting, others } = useMemo(() => splitByFit(request), [request])
  const asItem = useItem()
  const isWired = request.end !== null || request.edge !== null
  const first = searchEntries(fitting, query)
  const rest = query.trim() ? searchEntries(others, query) : []
  const mine = useStore(blocksStore, (state) => state.blocks)
  const blocks = request.edge ? [] : blocksNamed(mine, query)
  const mineGroup = { id: 'mine', title: t('model.groups.mine'), items: blocks.map(asBlock(t)) }
  const fits = { id: 'fitting', items: first.map(asItem) }
  const misfits = { id: 'others', title: t('model.quickAdd.others'), items: rest.map(asItem) }
  const groups: readonly QuickPickGroup[] = isRather(rest[0], first[0], query)
    ? [mineGroup, misfits, fits]
    : [mineGroup, fits, misfits]
  return (
    <QuickPick
      label={isWired ? t('model.quickAdd.titleConnected') : t('model.quickAdd.title')}
      placeholder={isWired ? t('model.quickAdd.placeholderConnected') : t('model.quickAdd.placeholder')}
      at={request.at}
      query={query}
      onQuery={setQuery}
      groups={groups.filter(({ items }) => items.length > 0)}
      empty={t('model.palette.none')}
      onPick={(type) => choose(type, request)}
      onClose={close}
    />
  )
}

/** Whether an entry is so much more what was typed than another that it comes first although it does not fit. */
const isRather = (entry: PaletteEntry | undefined, than: PaletteEntry | undefined, query: string): boolean =>
  entry !== undefined && than !== undefined && entryScore(entry, query) > 2 * entryScore(than, query)

/** A saved block as a line of the box. */
const asBlock =
  (t: TFunction) =>
  ({ id, title, nodes }: BlockInfo): QuickPickItem => ({
    id: blockType(id),
    label: title,
    icon: <Boxes aria-hidden />,
    detail: t('model.groups.nodes', { count: nodes }),
    style: categoryHue('block'),
  })

/** An entry as a line of the box. */
const useItem = (): ((entry: PaletteEntry) => QuickPickItem) => {
  const { words } = useWords()
  return ({ type, title, category, help }) => {
    const Icon = categoryIcon[category]
    return {
      id: type,
      label: title,
      icon: <Icon aria-hidden />,
      detail: words(help),
      style: categoryHue(category),
    }
  }
}
