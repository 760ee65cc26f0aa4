import { ProblemError } from '../problems.ts'
import { nestingOf } from '../nestingOf.ts'

/** Longest JSON text that is read, in UTF-16 units. */
const sizeLimit = 16 * 2 ** 20
/** Deepest nesting of objects and lists: nested models of nested models have about ten each. */
const depthLimit = 100

const withoutPrototype = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value)

/** Untrusted JSON as data, its size and depth checked first. Throws codeTooLarge, codeTooDeep, codeNotJson. */
export const parseModelJson = (text: string): unknown => {
  if (text.length > sizeLimit)
    throw new ProblemError('codeTooLarge', { found: text.length, limit: sizeLimit })
  if (nestingOf(text) > depthLimit) throw new ProblemError('codeTooDeep', { limit: depthLimit })
  // A reviver makes parsing several times slower, so it is used only where the key can be, plain or escaped.
  const isSuspicious = text.includes('__proto__') || /\\u005f/i.test(text)
  try {
    const value: unknown = JSON.parse(
      text.replace(/^\uFEFF/, ''),
      isSuspicious ? withoutPrototype : undefined,
    )
    // What `print(repr(model.to_json()))` or a notebook's output leaves: JSON inside a JSON string.
    return typeof value === 'string' && /^\s*\{/.test(value) ? parseModelJson(value) : value
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError('codeNotJson', { why: error instanceof Error ? error.message : String(error) })
  }
}
