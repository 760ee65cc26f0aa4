import type { DataWarning } from '../../../../shared/survey.ts'
import { named, type Surveyed } from '../surveyed.ts'

/** Inputs that are the same in every training row: they say nothing. */
export const constantInput = ({ inputs, factsOf }: Surveyed): DataWarning[] => {
  const columns = inputs.filter((input) => {
    const facts = factsOf(input)
    // That a cell is missing may be told as a value of its own.
    const tellsMissing =
      facts?.hasMissing &&
      'missing' in input.encoding &&
      (input.encoding.missing === 'flag' || input.encoding.missing === 'ownClass')
    return input.isFlat && facts?.isConstant && !tellsMissing
  })
  const [first] = columns
  if (!first) return []
  const places = columns.map(({ source, column }) => ({ source, column }))
  return [
    {
      problem: { code: 'constantInput', values: { columns: named(columns), count: columns.length } },
      at: { source: first.source, column: first.column },
      repairs: [{ kind: 'removeInput', columns: places }],
    },
  ]
}
