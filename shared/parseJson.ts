import { ProblemError } from './problems.ts'

/**
 * The value in a JSON text of unknown origin. A key `__proto__`, plain or escaped, and broken JSON throw what `refuse`
 * makes of the place and the reason. Its nesting is to be checked before (`nestingOf`).
 */
export const parseJson = (text: string, refuse: (path: string, why: string) => ProblemError): unknown => {
  const refusePrototype = (key: string, value: unknown): unknown => {
    if (key === '__proto__') throw refuse('__proto__', 'key not allowed')
    return value
  }
  // A reviver makes parsing several times slower, so it is used only where the key can be, plain or escaped.
  const suspicious = text.includes('__proto__') || /\\u005f/i.test(text)
  try {
    return JSON.parse(text, suspicious ? refusePrototype : undefined)
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw refuse('', error instanceof Error ? error.message : String(error))
  }
}
