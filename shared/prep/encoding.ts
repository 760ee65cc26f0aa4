import { z } from 'zod'

/** How a column becomes numbers. What is asked for lives in the document; what was learned from the training rows is a `Fitted` (fitted.ts). */
const numberEncoding = z.looseObject({
  kind: z.literal('number'),
  scale: z.enum(['standard', 'minmax', 'robust', 'log1p', 'none']).default('standard'),
  missing: z.enum(['drop', 'mean', 'median', 'constant', 'flag']).default('median'),
  constant: z.number().optional(),
})
const categoryEncoding = z.looseObject({
  kind: z.literal('category'),
  as: z.enum(['onehot', 'ordinal', 'index', 'frequency']).default('onehot'),
  /** The values in order; when absent they are the training rows' values in sorted order. */
  categories: z.array(z.string()).max(1_000_000).optional(),
  missing: z.enum(['mostFrequent', 'ownClass', 'drop']).default('mostFrequent'),
  /** Adds a slot for values never seen in training. */
  unknown: z.boolean().default(false),
})
const sequenceEncoding = z.looseObject({
  kind: z.literal('sequence'),
  separator: z.string().max(4).default(' '),
  length: z.int().min(1).max(100_000),
  /** Cells shorter than `length` are filled with 0 on this side, longer ones lose numbers on it. */
  pad: z.enum(['before', 'after']).default('before'),
})
const binaryTarget = z.looseObject({
  kind: z.literal('binary'),
  /** The value that counts as 1; when absent the larger number or the last value in sorted order. */
  positive: z.string().optional(),
})
const classesTarget = z.looseObject({
  kind: z.literal('classes'),
  as: z.enum(['onehot', 'index']).default('onehot'),
  categories: z.array(z.string()).max(1_000_000).optional(),
})

export const inputEncodingSchema = z.discriminatedUnion('kind', [
  numberEncoding,
  categoryEncoding,
  sequenceEncoding,
])
export const targetEncodingSchema = z.discriminatedUnion('kind', [
  numberEncoding,
  binaryTarget,
  classesTarget,
])
export type InputEncoding = z.infer<typeof inputEncodingSchema>
export type TargetEncoding = z.infer<typeof targetEncodingSchema>
export type Encoding = InputEncoding | TargetEncoding
