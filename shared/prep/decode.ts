import type { Fitted } from './fitted.ts'

/** What a model's raw outputs for one target say: the number in the target's own units, or the class and its probability. */
export interface Decoded {
  readonly value: string | number
  readonly probability?: number
}

/** The place of the largest score, the first of equals. */
export const largest = (scores: ArrayLike<number>, start = 0, length = scores.length): number => {
  let best = 0
  for (let index = 1; index < length; index++)
    if ((scores[start + index] ?? 0) > (scores[start + best] ?? 0)) best = index
  return best
}

/** A scaled number back in its own units: the inverse of `(x′ − offset) / scale`. */
export const unscale = (
  { log, offset, scale }: { log: boolean; offset: number; scale: number },
  encoded: number,
) => {
  const value = encoded * scale + offset
  return log ? Math.expm1(value) : value
}

/** Turns one row's raw outputs into an answer. Only targets can be decoded: number, binary and classes. */
export const decode = (fitted: Fitted, scores: ArrayLike<number>): Decoded => {
  const [first = Number.NaN] = [scores[0]]
  switch (fitted.kind) {
    case 'number':
      return { value: unscale(fitted, first) }
    case 'binary':
      return first >= 0.5
        ? { value: fitted.positive, probability: first }
        : { value: fitted.negative, probability: 1 - first }
    case 'classes': {
      const best = largest(scores)
      return { value: fitted.categories[best] ?? '', probability: scores[best] ?? 0 }
    }
    case 'category':
    case 'sequence':
      throw new Error(`A ${fitted.kind} column is an input and has no answer to decode.`)
  }
}
