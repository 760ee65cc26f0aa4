import { z } from 'zod'
import { encodingKinds, kindOf } from './encodingKinds.ts'

type Schemas<T extends readonly { readonly fitted: z.ZodObject }[]> = { [K in keyof T]: T[K]['fitted'] }
const schemasOf = <T extends readonly { readonly fitted: z.ZodObject }[]>(kinds: T) =>
  kinds.map(({ fitted }) => fitted) as Schemas<T>

/**
 * An encoding with what it learned from the training rows. Saved in every run and every export, so that raw rows can
 * be encoded, and predictions decoded, without the training data.
 */
export const fittedSchema = z.discriminatedUnion('kind', schemasOf(encodingKinds))
export type Fitted = z.infer<typeof fittedSchema>

/** Whether a row without a cell of an input column has no answer. */
export const isCellNeeded = (fitted: Fitted): boolean => kindOf(fitted).neededCell(fitted)

/** Whether a row without a cell of a target can't be judged. */
export const isTargetNeeded = (fitted: Fitted): boolean => fitted.kind === 'number' || isCellNeeded(fitted)
