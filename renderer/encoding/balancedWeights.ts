import type { ClassBalance } from '../../shared/survey.ts'

/** What balanced weights are for these counts: training rows / (classes · training rows of the class). */
export const balancedWeights = (balance: ClassBalance): ReadonlyMap<string, number> => {
  const present = balance.classes.filter(({ train }) => train > 0)
  const rows = present.reduce((sum, { train }) => sum + train, 0)
  return new Map(
    balance.classes.map(({ value, train }) => [value, train > 0 ? rows / (present.length * train) : 1]),
  )
}
