import type { BlockInfo } from '../../../shared/savedBlock.ts'
import { savedBlock } from '../../../shared/savedBlock.ts'
import { client } from '../../client.ts'
import { attempt } from '../../files/attempt.ts'
import { i18n } from '../../i18n/i18n.ts'
import { currentProject, documentStore, edit } from '../../store/document.ts'
import { sessionStore } from '../../store/session.ts'
import { showToast } from '../../ui/toasts/toasts.ts'
import { canvasStore } from '../canvas/canvasStore.ts'
import { focusNode } from '../canvas/focusNode.ts'
import { middleOfView } from '../canvas/middleOfView.ts'
import { announce } from './announce.ts'
import { groupTitle } from './blockCard.ts'
import { loadBlocks } from './blocksStore.ts'
import { groupFlowId } from './flowIds.ts'
import { selectedCards } from './flowSelection.ts'
import { inspectedGroup } from './inspectedGroup.ts'
import { type BlockPlace, insertBlock } from './insertBlock.ts'

const { t } = i18n

/** Saves a group of the document to the user's library. */
export const saveToLibrary = (group: string): void =>
  attempt(async () => {
    const project = currentProject()
    const { title } = await client.saveBlock(savedBlock(project, group, groupTitle(project, group)))
    await loadBlocks()
    showToast({ text: t('model.groups.saved', { title }) })
  })

/** Saves the group that is selected. */
export const saveSelection = (): void => {
  const group = inspectedGroup(currentProject(), sessionStore.getState().selection)
  if (group !== null) saveToLibrary(group)
}

/** Puts a block from the library into the document; without a place, beside the one selected card. */
export const addSavedBlock = (id: string, given?: Pick<BlockPlace, 'at' | 'end'>): void =>
  attempt(async () => {
    const { docId } = documentStore.getState()
    const block = await client.readBlock(id)
    if (documentStore.getState().docId !== docId) return
    const cards = [...selectedCards(currentProject(), sessionStore.getState().selection)]
    const selected = cards.length === 1 ? (cards[0] ?? null) : null
    const anchor = given ? (given.end?.node ?? null) : selected
    const place = { at: given?.at ?? null, end: given?.end ?? null, anchor, middle: middleOfView() }
    let group = ''
    const refusal = edit((project) => {
      const inserted = insertBlock(project, block, place)
      group = inserted.group
      return inserted.project
    })
    canvasStore.setState({ refusal })
    if (refusal) return
    focusNode(groupFlowId(group))
    announce(t('model.groups.inserted', { title: block.title }))
  })

/** Gives a block of the library another name. */
export const renameSaved = ({ id }: BlockInfo, title: string): void =>
  attempt(async () => {
    await client.renameBlock(id, title)
    await loadBlocks()
  })

/** Deletes a block from the library; a message offers it back. */
export const deleteSaved = ({ id, title }: BlockInfo): void =>
  attempt(async () => {
    const block = await client.readBlock(id)
    await client.deleteBlock(id)
    await loadBlocks()
    const restore = async () => {
      await client.saveBlock(block)
      await loadBlocks()
    }
    showToast({
      text: t('model.groups.deleted', { title }),
      action: { label: t('model.groups.restore'), run: () => attempt(restore) },
    })
  })
