import { go } from 'fuzzysort'
import type { PaletteEntry } from '../../../shared/layers/define.ts'
import { findLayer } from '../../../shared/layers/index.ts'
import { defaultValues } from '../../../shared/layers/values.ts'
import { bestFirst } from '../../ui/bestFirst.ts'

/** Below this an entry's names are not what was typed. */
const nameThreshold = 0.35
/** Words of the help count only when they hold what was typed as it is, and less than any name. */
const helpThreshold = 0.6
const helpWeight = 0.4

const kerasNames = new Map<string, string>()

/** The Keras classes an entry stands for, in one string. */
const kerasNameOf = ({ type }: PaletteEntry): string => {
  const known = kerasNames.get(type)
  if (known !== undefined) return known
  const definition = findLayer(type)
  const names = definition
    ? [definition.keras(defaultValues(definition)).className, ...(definition.kerasAliases ?? [])].join(' ')
    : ''
  kerasNames.set(type, names)
  return names
}

const weighed = (scores: readonly { readonly score: number }[]): number => {
  const [title = 0, type = 0, keras = 0, ...help] = scores.map(({ score }) => score)
  const name = Math.max(title, type * 0.98, keras * 0.98)
  const word = Math.max(...help)
  return Math.max(name >= nameThreshold ? name : 0, word >= helpThreshold ? word * helpWeight : 0)
}

const keys = [
  ({ title }: PaletteEntry) => title,
  ({ type }: PaletteEntry) => type,
  kerasNameOf,
  ({ help }: PaletteEntry) => help.en,
  ({ help }: PaletteEntry) => help.ko,
]
const find = <T extends PaletteEntry>(entries: readonly T[], text: string) =>
  go(text, entries, { keys, limit: 0, threshold: 0.01, scoreFn: weighed })

/**
 * The entries that fit what was typed, best first: by title, type and Keras class with letters left out, by the words
 * of the help in both languages. All of them, in their order, when nothing was typed.
 */
export const searchEntries = <T extends PaletteEntry>(
  entries: readonly T[],
  search: string,
): readonly T[] => {
  const text = search.trim()
  return text ? bestFirst(find(entries, text), entries) : entries
}

/** How well an entry fits what was typed, from 0 to 1. */
export const entryScore = (entry: PaletteEntry, search: string): number =>
  find([entry], search.trim())[0]?.score ?? 0
