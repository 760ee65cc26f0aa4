import type { PartName } from '../../../shared/run.ts'
import type { ClassBalance } from '../../../shared/survey.ts'

/** So many classes are shown apart, as there are colours for them; others are one. */
export const shownClasses = 6

/** A class, or all that are not shown apart (null), with its place among the colours, 0 being that of the rest. */
export interface ClassShare {
  readonly value: string | null
  readonly colour: number
  readonly rows: number
  /** Of the part's rows, 0 to 1. */
  readonly share: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const rowsOf = ({ train, validation, test }: ClassBalance['classes'][number]) => train + validation + test

/** The classes of one part, in the order of the classes; of many only the most frequent of all parts stand alone. */
export const balanceShares = ({ classes }: ClassBalance, part: PartName | 'all'): readonly ClassShare[] => {
  const own = (one: ClassBalance['classes'][number]) => (part === 'all' ? rowsOf(one) : one[part])
  const total = Math.max(1, sum(classes.map(own)))
  const frequent = classes.toSorted((left, right) => rowsOf(right) - rowsOf(left)).slice(0, shownClasses)
  const kept = new Set(classes.length > shownClasses ? frequent : classes)
  const shares = classes
    .filter((one) => kept.has(one))
    .map((one, index) => ({ value: one.value, colour: index + 1, rows: own(one), share: own(one) / total }))
  const rest = sum(classes.filter((one) => !kept.has(one)).map(own))
  return kept.size === classes.length
    ? shares
    : [...shares, { value: null, colour: 0, rows: rest, share: rest / total }]
}
