import { createRandom } from '../shared/prep/random.ts'

/** How often a column of the real table lacks its cell, by 768 rows. */
const missing = { glucose: 5, pressure: 35, triceps: 227, insulin: 374, mass: 11 } as const

/** A table of the make of pimaindiansdiabetes2.csv: its columns, its 768 rows, quoted classes, and as many NA. */
export const diabetesTable = (): string => {
  const random = createRandom(8, 'diabetes')
  const around = (mean: number, spread: number, digits = 0) =>
    (mean + spread * random.normal()).toFixed(digits)
  const lines = Array.from({ length: 768 }, () => {
    const cells = {
      pregnant: String(random.below(14)),
      glucose: around(121, 30),
      pressure: around(72, 12),
      triceps: around(29, 10),
      // Skewed, as it is: the mean is far above the median.
      insulin: (40 - 115 * Math.log(1 - random.uniform())).toFixed(0),
      mass: around(32, 7, 1),
      pedigree: (0.1 + random.uniform()).toFixed(3),
      age: String(21 + random.below(45)),
    }
    const risk = (Number(cells.glucose) - 121) / 30 + (Number(cells.mass) - 32) / 10 + random.normal() / 2
    const shown = Object.entries(cells).map(([name, cell]) =>
      random.below(768) < (missing[name as keyof typeof missing] ?? 0) ? 'NA' : cell,
    )
    return [...shown, `"${risk > 0.45 ? 'pos' : 'neg'}"`].join(',')
  })
  return [
    '"pregnant","glucose","pressure","triceps","insulin","mass","pedigree","age","diabetes"',
    ...lines,
  ].join('\n')
}
