import type { DataWarning } from '../../../../shared/survey.ts'
import { named, type Surveyed } from '../surveyed.ts'

/** One input that varies so many times as much as another drowns it at first. */
const most = 20

/** Inputs of numbers that reach the model as they are while others vary far more or far less. */
export const unscaledInput = ({ inputs, factsOf }: Surveyed): DataWarning[] => {
  const numbers = inputs.flatMap((input) => {
    const facts = factsOf(input)
    if (input.encoding.kind !== 'number' || !facts?.spread) return []
    const isScaled = input.encoding.scale !== 'none'
    return [{ input, isScaled, spread: isScaled ? 1 : facts.spread }]
  })
  const spreads = numbers.map(({ spread }) => spread)
  const [low, high] = [Math.min(...spreads), Math.max(...spreads)]
  const far = numbers.filter(
    ({ isScaled, spread }) => !isScaled && (spread > low * most || spread * most < high),
  )
  const [first] = far
  if (!first) return []
  const columns = numbers
    .filter(({ isScaled }) => !isScaled)
    .map(({ input: { source, column } }) => ({ source, column }))
  return [
    {
      problem: {
        code: 'unscaledInput',
        values: {
          columns: named(far.map(({ input }) => input)),
          count: far.length,
          times: Math.round(high / low),
        },
      },
      at: { source: first.input.source, column: first.input.column },
      repairs: [{ kind: 'scale', columns }],
    },
  ]
}
