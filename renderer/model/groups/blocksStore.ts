import { createStore } from 'zustand/vanilla'
import type { BlockInfo } from '../../../shared/savedBlock.ts'
import { client } from '../../client.ts'

/** The user's own blocks as the core last listed them. */
export const blocksStore = createStore<{ readonly blocks: readonly BlockInfo[] }>(() => ({ blocks: [] }))

/** Lists them anew. */
export const loadBlocks = async (): Promise<void> =>
  blocksStore.setState({ blocks: await client.listBlocks() })

const mark = 'block:'

/** What the palette calls a saved block among its entries' types. */
export const blockType = (id: string): string => `${mark}${id}`

/** The saved block that a palette's type means; null for a layer. */
export const savedIdOf = (type: string): string | null =>
  type.startsWith(mark) ? type.slice(mark.length) : null

/** The blocks whose titles have every word of a search. */
export const blocksNamed = (blocks: readonly BlockInfo[], search: string): readonly BlockInfo[] => {
  const words = search.trim().toLowerCase().split(/\s+/)
  return blocks.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
}
