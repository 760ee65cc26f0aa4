import { kindOf } from './encodingKinds.ts'
import type { Fitted } from './fitted.ts'

/** How many values one row of an encoded column has. */
export const fittedWidth = (fitted: Fitted): number => kindOf(fitted).fittedWidth(fitted)
