import { useState } from 'react'
import type { ChoiceItem } from './Select.tsx'

const isSameItem = (one: ChoiceItem, other: ChoiceItem | undefined) =>
  one.id === other?.id &&
  one.label === other.label &&
  one.description === other.description &&
  one.isDisabled === other.isDisabled

/** The items as they were while nothing about them has changed, so that a long list is not made anew at every key typed elsewhere. */
export const useKeptItems = <Item extends ChoiceItem>(items: readonly Item[]): readonly Item[] => {
  const [kept, keep] = useState(items)
  if (kept === items) return kept
  const isSame = kept.length === items.length && kept.every((item, index) => isSameItem(item, items[index]))
  if (isSame) return kept
  keep(items)
  return items
}
