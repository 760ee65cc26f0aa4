import { z } from 'zod'

/**
 * An encoding with what it learned from the training rows. Saved in every run and every export, so that raw rows can
 * be encoded, and predictions decoded, without the training data.
 */
const number = z.looseObject({
  kind: z.literal('number'),
  /** encoded = (x' − offset) / scale, where x' = log1p(x) when `log` is set, else x. */
  log: z.boolean(),
  offset: z.number(),
  scale: z.number(),
  /** Stands in for a missing cell, before scaling; null when such rows are dropped. */
  fill: z.number().nullable(),
  /** Adds a second value: 1 where the cell was missing. */
  flag: z.boolean(),
})
const category = z.looseObject({
  kind: z.literal('category'),
  as: z.enum(['onehot', 'ordinal', 'index', 'frequency']),
  categories: z.array(z.string()),
  /** Share of the training rows per category; only for `frequency`. */
  frequencies: z.array(z.number()).optional(),
  /** Index into categories that stands in for a missing cell; null when such rows are dropped. */
  fill: z.number().nullable(),
  /** The last slot takes values that are not in `categories`. */
  unknown: z.boolean(),
})
const sequence = z.looseObject({
  kind: z.literal('sequence'),
  separator: z.string(),
  length: z.number(),
  pad: z.enum(['before', 'after']),
})
const binary = z.looseObject({ kind: z.literal('binary'), negative: z.string(), positive: z.string() })
const classes = z.looseObject({
  kind: z.literal('classes'),
  as: z.enum(['onehot', 'index']),
  categories: z.array(z.string()),
})

export const fittedSchema = z.discriminatedUnion('kind', [number, category, sequence, binary, classes])
export type Fitted = z.infer<typeof fittedSchema>
export type FittedOf<K extends Fitted['kind']> = Extract<Fitted, { kind: K }>
