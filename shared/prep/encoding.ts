import { z } from 'zod'
import { inputKinds, kindOf, targetKinds } from './encodingKinds.ts'

type Schemas<T extends readonly { readonly schema: z.ZodObject }[]> = { [K in keyof T]: T[K]['schema'] }
const schemasOf = <T extends readonly { readonly schema: z.ZodObject }[]>(kinds: T) =>
  kinds.map(({ schema }) => schema) as Schemas<T>

/** How an input column becomes numbers. What is asked for lives in the document; what was learned from the training rows is a `Fitted` (fitted.ts). */
export const inputEncodingSchema = z.discriminatedUnion('kind', schemasOf(inputKinds))
export const targetEncodingSchema = z.discriminatedUnion('kind', schemasOf(targetKinds))
export type InputEncoding = z.infer<typeof inputEncodingSchema>
export type TargetEncoding = z.infer<typeof targetEncodingSchema>
export type Encoding = InputEncoding | TargetEncoding

/** Whether a row without a cell of an input column is left out. */
export const needsCell = (encoding: Encoding): boolean => kindOf(encoding).needsCell(encoding)

/** Whether a row without a cell of a target is left out: always, but for targets that say otherwise. */
export const needsTarget = (encoding: TargetEncoding): boolean =>
  encoding.kind === 'number' || needsCell(encoding)
