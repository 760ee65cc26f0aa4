import type { z } from 'zod'
import { ProblemError } from '../problems.ts'

/** The value when the document's schema accepts it; otherwise throws valueInvalid with the path of the first flaw. */
export const checked = <T>(schema: z.ZodType<T>, value: T, param: string): T => {
  const result = schema.safeParse(value)
  if (result.success) return value
  const path = [param, ...(result.error.issues[0]?.path ?? [])].map(String).join('.')
  throw new ProblemError('valueInvalid', {
    param: path,
    found: (JSON.stringify(value) ?? String(value)).slice(0, 80),
  })
}

/** An object with some keys replaced; a key patched with undefined is left out. The object itself when nothing changes. */
export const patched = <T extends object>(object: T, patch: Partial<T>): T => {
  const changes = Object.entries(patch).filter(([key, value]) => object[key as keyof T] !== value)
  if (changes.length === 0) return object
  const result: Record<string, unknown> = { ...object, ...Object.fromEntries(changes) }
  for (const [key, value] of changes) if (value === undefined) delete result[key]
  return result as T
}
