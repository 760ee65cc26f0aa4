import { z } from 'zod'
import { clipSchema } from './clip.ts'
import { dropDuplicatesSchema } from './dropDuplicates.ts'
import { dropMissingSchema } from './dropMissing.ts'
import { formulaSchema } from './formula.ts'
import { keepSchema } from './keep.ts'
import { mergeRareSchema } from './mergeRare.ts'
import { replaceSchema } from './replace.ts'

const knownSchema = z.discriminatedUnion('kind', [
  keepSchema,
  dropDuplicatesSchema,
  dropMissingSchema,
  formulaSchema,
  mergeRareSchema,
  clipSchema,
  replaceSchema,
])
const kinds: ReadonlySet<string> = new Set(knownSchema.options.map(({ shape }) => shape.kind.value))

/** A step of a newer version: kept as it is, and nothing trains while it is on. */
const unknownSchema = z
  .looseObject({ kind: z.string().max(100), off: z.boolean().optional() })
  .refine(({ kind }) => !kinds.has(kind), { error: 'A setting of this step is not valid.' })

/** What is done with the joined table before its rows are divided and its columns encoded; in order. `off` passes it over. */
export const stepSchema = z.union([knownSchema, unknownSchema])

/** A step that this version can take. */
export type Step = z.infer<typeof knownSchema>
type AnyStep = z.infer<typeof stepSchema>

/** Whether this version can take a step. */
export const isKnownStep = (step: AnyStep): step is Step => kinds.has(step.kind)
