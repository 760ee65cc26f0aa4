import type { Column } from '../../table.ts'
import { cellText } from '../cells.ts'
import type { Random } from '../random.ts'

type PartCounts = Readonly<Record<'train' | 'validation' | 'test', number>>
type Place = keyof PartCounts
const places = ['train', 'validation', 'test'] as const

/** How many rows of each stratum a list of rows has. */
const countStrata = (strata: Column, rows: Iterable<number>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const name = cellText(strata, row) ?? ''
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/**
 * Gives whole groups to parts so that each stratum has close to its share of rows in every part: the largest groups
 * first, each where it takes most off Σ (rows − wanted)² / wanted. `shares` sum to 1; a part with share 0 gets nothing.
 */
export const balanceGroups = (
  groups: ReadonlyMap<number, readonly number[]>,
  strata: Column,
  shares: PartCounts,
  random: Random | null,
): Map<number, Place> => {
  const units = Uint32Array.from(groups.keys())
  random?.shuffle(units)
  const sizeOf = (unit: number) => groups.get(unit)?.length ?? 0
  units.sort((left, right) => sizeOf(right) - sizeOf(left))
  const all = countStrata(strata, [...groups.values()].flat())
  const open = places.filter((part) => shares[part] > 0)
  const filled = new Map(open.map((part) => [part, new Map<string, number>()]))
  const chosen = new Map<number, Place>()
  for (const unit of units) {
    const counts = countStrata(strata, groups.get(unit) ?? [])
    const costOf = (part: Place) => {
      let cost = 0
      for (const [name, count] of counts) {
        const wanted = (all.get(name) ?? 0) * shares[part]
        cost += (count * (count + 2 * ((filled.get(part)?.get(name) ?? 0) - wanted))) / wanted
      }
      return cost
    }
    const costs = open.map(costOf)
    const part = open[costs.indexOf(Math.min(...costs))] ?? 'train'
    chosen.set(unit, part)
    const into = filled.get(part)
    for (const [name, count] of counts) into?.set(name, (into.get(name) ?? 0) + count)
  }
  return chosen
}
