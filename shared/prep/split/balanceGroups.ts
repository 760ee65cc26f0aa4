import type { Column } from '../../table.ts'
import { isMissing } from '../cells.ts'
import type { Random } from '../random.ts'

type Place = 'train' | 'validation' | 'test'
const places = ['train', 'validation', 'test'] as const

/** The stratum of each row as a number from 0 up; a missing cell is a stratum too. */
const numberStrata = (strata: Column, rows: Iterable<number>, tableRows: number) => {
  const cells = strata.kind === 'number' ? strata.values : strata.codes
  const known = new Map<number | null, number>()
  const of = new Int32Array(tableRows)
  for (const row of rows) {
    const cell = isMissing(strata, row) ? null : (cells[row] ?? null)
    let number = known.get(cell)
    if (number === undefined) known.set(cell, (number = known.size))
    of[row] = number
  }
  return { of, count: known.size }
}

/** The strata that a group has rows of, and how many. */
const countStrata = (members: readonly number[], of: Int32Array): Map<number, number> => {
  const counts = new Map<number, number>()
  for (const row of members) counts.set(of[row] ?? 0, (counts.get(of[row] ?? 0) ?? 0) + 1)
  return counts
}

/** Units by the size of their groups, equals in the order they came in. */
const largestFirst = (units: Uint32Array, groups: ReadonlyMap<number, readonly number[]>): number[] => {
  const bySize = new Map<number, number[]>()
  for (const unit of units) {
    const size = groups.get(unit)?.length ?? 0
    const alike = bySize.get(size)
    if (alike) alike.push(unit)
    else bySize.set(size, [unit])
  }
  return [...bySize].sort(([left], [right]) => right - left).flatMap(([, alike]) => alike)
}

/**
 * Gives whole groups to parts so that each stratum has close to its share of rows in every part: the largest groups
 * first, each where it takes most off Σ (rows − wanted)² / wanted. `shares` sum to 1; a part with share 0 gets nothing.
 */
export const balanceGroups = (
  groups: ReadonlyMap<number, readonly number[]>,
  strata: Column,
  shares: Readonly<Record<Place, number>>,
  random: Random | null,
): Map<number, Place> => {
  const units = Uint32Array.from(groups.keys())
  random?.shuffle(units)
  const rows = [...groups.values()].flat()
  const tableRows = (strata.kind === 'number' ? strata.values : strata.codes).length
  const { of, count } = numberStrata(strata, rows, tableRows)
  const all = new Float64Array(count)
  for (const row of rows) all[of[row] ?? 0] = (all[of[row] ?? 0] ?? 0) + 1
  const open = places.filter((part) => shares[part] > 0)
  const filled = open.map(() => new Float64Array(count))
  const chosen = new Map<number, Place>()
  for (const unit of largestFirst(units, groups)) {
    const counts = countStrata(groups.get(unit) ?? [], of)
    let [best, least] = [0, Number.POSITIVE_INFINITY]
    for (const [index, part] of open.entries()) {
      let cost = 0
      for (const [stratum, rowsOf] of counts) {
        const wanted = (all[stratum] ?? 0) * shares[part]
        cost += (rowsOf * (rowsOf + 2 * ((filled[index]?.[stratum] ?? 0) - wanted))) / wanted
      }
      if (cost < least) [best, least] = [index, cost]
    }
    chosen.set(unit, open[best] ?? 'train')
    const into = filled[best]
    if (into) for (const [stratum, rowsOf] of counts) into[stratum] = (into[stratum] ?? 0) + rowsOf
  }
  return chosen
}
