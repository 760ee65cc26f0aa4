import { z } from 'zod'
import { fittedClipSchema } from './clip.ts'
import { fittedFormulaSchema } from './formula.ts'
import { fittedMergeRareSchema } from './mergeRare.ts'
import { fittedReplaceSchema } from './replace.ts'

/** A step on a column with what it learned from the training rows. Saved in every run and every export. */
export const fittedStepSchema = z.discriminatedUnion('kind', [
  fittedFormulaSchema,
  fittedMergeRareSchema,
  fittedClipSchema,
  fittedReplaceSchema,
])
export type FittedStep = z.infer<typeof fittedStepSchema>
