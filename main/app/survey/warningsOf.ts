import type { DataWarning } from '../../../shared/survey.ts'
import type { Surveyed } from './surveyed.ts'
import { classImbalance } from './warnings/classImbalance.ts'
import { constantInput } from './warnings/constantInput.ts'
import { fewOfClass } from './warnings/fewOfClass.ts'
import { idInput } from './warnings/idInput.ts'
import { repeatedRows } from './warnings/repeatedRows.ts'
import { targetLeak } from './warnings/targetLeak.ts'
import { tiedRows } from './warnings/tiedRows.ts'
import { unscaledInput } from './warnings/unscaledInput.ts'

/** Every kind of warning, what makes results untrue before what makes learning hard. */
const kinds = [
  targetLeak,
  tiedRows,
  repeatedRows,
  idInput,
  constantInput,
  fewOfClass,
  classImbalance,
  unscaledInput,
] as const

/** What is to be warned of. */
export const warningsOf = (surveyed: Surveyed): DataWarning[] => kinds.flatMap((kind) => kind(surveyed))
