/** Sizes a person typed, separated by commas, blanks or ×: numbers, null for `?`, and the text itself where it is neither. */
export const readShape = (text: string): readonly (number | null | string)[] =>
  text
    .replace(/[[\]()]/g, ' ')
    .split(/[\s,×x*]+/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '?' || part === 'null' || part === 'None') return null
      const size = Number(part.replace('−', '-'))
      return Number.isInteger(size) ? size : part
    })

const shown = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : JSON.stringify(value)

/** A list of sizes as text, `?` for an axis of any size. */
export const showShape = (value: unknown): string => {
  if (!Array.isArray(value)) return value === null || value === undefined ? '' : shown(value)
  return value.map((axis: unknown) => (axis === null ? '?' : shown(axis))).join(', ')
}
