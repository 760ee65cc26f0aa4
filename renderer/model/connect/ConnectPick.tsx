import { go } from 'fuzzysort'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { nodeTitle } from '../../../shared/names.ts'
import { useWords } from '../../i18n/useWords.ts'
import { currentProject, edit } from '../../store/document.ts'
import { bestFirst } from '../../ui/bestFirst.ts'
import { QuickPick, type QuickPickItem } from '../../ui/overlay/QuickPick.tsx'
import { canvasStore } from '../canvas/canvasStore.ts'
import { cardRectOnScreen } from '../canvas/cardRectOnScreen.ts'
import { focusNode } from '../canvas/focusNode.ts'
import { groupTitle } from '../groups/blockCard.ts'
import { connectSeen } from '../groups/flowEnds.ts'
import { groupOfFlowId } from '../groups/flowIds.ts'
import { type ConnectChoice, connectChoices } from './connectChoices.ts'
import { connectStore } from './connectStore.ts'

type Wiring = NonNullable<ReturnType<typeof connectStore.getState>['wiring']>

/** Wiring by the keyboard, while it is going on. */
export function ConnectPick() {
  const wiring = useStore(connectStore, (state) => state.wiring)
  return wiring && <Pick key={`${wiring.side}${wiring.node}`} {...wiring} />
}

const close = () => connectStore.setState({ wiring: null })

/** Draws the edge; the focus stays at the node, so that it can be wired again. */
const choose = (choice: ConnectChoice | undefined, from: string) => {
  close()
  if (choice) canvasStore.setState({ refusal: edit((project) => connectSeen(project, choice.edges)) })
  focusNode(from)
}

function Pick({ node, side }: Wiring) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [at] = useState(() => {
    const rect = cardRectOnScreen(node)
    return rect ? { x: rect.right + 16, y: rect.top } : { x: 0, y: 0 }
  })
  const choices = useMemo(() => connectChoices(currentProject(), node, side), [node, side])
  const items = choices.map(useItem())
  const found = query.trim()
    ? bestFirst(go(query, items, { keys: ['label', 'detail'], limit: 0, threshold: 0.3 }), items)
    : items
  const light = useCallback(
    (index: string) => {
      const choice = choices[Number(index)]
      if (choice) canvasStore.setState({ targets: new Set([node, choice.card]) })
    },
    [choices, node],
  )
  useEffect(() => () => canvasStore.setState({ targets: null }), [])
  const project = currentProject()
  const start = project.nodes[node]
  const group = groupOfFlowId(project, node)
  const name = group === null ? (start ? nodeTitle(project, start) : node) : groupTitle(project, group)
  const title =
    side === 'source' ? t('model.connecting.from', { name }) : t('model.connecting.into', { name })
  return (
    <QuickPick
      label={title}
      placeholder={title}
      at={at}
      query={query}
      onQuery={setQuery}
      groups={[{ id: 'choices', items: found }]}
      empty={items.length ? t('model.connecting.none') : t('model.connecting.nowhere')}
      onPick={(index) => choose(choices[Number(index)], node)}
      onActive={light}
      onClose={close}
    />
  )
}

/** A possible edge as a line: the other node's name, then the ports where there are several, and what it would replace. */
const useItem = (): ((choice: ConnectChoice, index: number) => QuickPickItem) => {
  const { t } = useTranslation()
  const { words } = useWords()
  return ({ own, port, name, kind, replaces }, index) => {
    const ports = [own, port].flatMap((title) => (title ? [words(title)] : [])).join(' → ')
    const replaced = replaces && t('model.connecting.replaces', { name: replaces })
    return { id: String(index), label: name, detail: [kind, ports, replaced].filter(Boolean).join(' · ') }
  }
}
