import type { DataWarning } from '../../../../shared/survey.ts'
import { named, type SurveyInput, type Surveyed } from '../surveyed.ts'

/** So many columns p0, p1, p2 … of one input are the points of a picture or a curve. */
const fewestPoints = 16

const familyOf = ({ node, column }: SurveyInput) => {
  const prefix = /^(.*?)\d+$/.exec(column)?.[1]
  return prefix === undefined ? null : JSON.stringify([node, prefix])
}

/** Whether an input is one of many alike that have a place each: a picture's border is no flaw, and taking it out breaks the picture. */
const createIsPoint = (inputs: readonly SurveyInput[]) => {
  const sizes = new Map<string | null, number>()
  for (const input of inputs) sizes.set(familyOf(input), (sizes.get(familyOf(input)) ?? 0) + 1)
  return (input: SurveyInput) => {
    const family = familyOf(input)
    return !input.isFlat || (family !== null && (sizes.get(family) ?? 0) >= fewestPoints)
  }
}

/** Inputs that are the same in every training row: they say nothing. */
export const constantInput = ({ inputs, factsOf }: Surveyed): DataWarning[] => {
  const isPoint = createIsPoint(inputs)
  const columns = inputs.filter((input) => {
    const facts = factsOf(input)
    // That a cell is missing may be told as a value of its own.
    const tellsMissing =
      facts?.hasMissing &&
      'missing' in input.encoding &&
      (input.encoding.missing === 'flag' || input.encoding.missing === 'ownClass')
    return !isPoint(input) && facts?.isConstant && !tellsMissing
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
