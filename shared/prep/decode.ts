import type { Decoded } from './encodings/define.ts'
import { kindOf } from './encodingKinds.ts'
import type { Fitted } from './fitted.ts'

/** Turns one row's raw outputs into an answer. Only targets can be decoded: number, binary, classes and labels. */
export const decode = (fitted: Fitted, scores: ArrayLike<number>): Decoded => {
  const decoded = kindOf(fitted).decode(fitted, scores)
  if (!decoded) throw new Error(`A ${fitted.kind} column is an input and has no answer to decode.`)
  return decoded
}
