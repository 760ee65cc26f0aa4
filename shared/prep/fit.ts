import type { Column } from '../table.ts'
import { kindOf } from './encodingKinds.ts'
import type { Encoding } from './encoding.ts'
import type { Fitted } from './fitted.ts'

/** What an encoding learns from a column, from the training rows alone. Throws `ProblemError` for a column it does not suit. */
export const fit = (encoding: Encoding, column: Column, trainRows: Uint32Array): Fitted =>
  // A kind gives back what its own schema says.
  kindOf(encoding).fit(encoding, column, trainRows) as Fitted
