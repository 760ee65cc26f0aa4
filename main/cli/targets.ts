import { ProblemError } from '../../shared/problems.ts'

const kinds = ['number', 'binary', 'classes', 'labels'] as const
type Kind = (typeof kinds)[number]
export interface TargetChoice {
  readonly column: string
  readonly kind?: Kind
}

const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text)

/**
 * Reads `COL[:kind][,COL…]`. A column's own name may hold a colon or a comma: the longest name that the table has wins.
 * @throws ProblemError columnMissing naming the part that fits no column.
 */
export function parseTargets(text: string, columns: readonly string[]): TargetChoice[] {
  return parseColumns(text, columns, true).map(({ name, suffix }) =>
    isKind(suffix) ? { column: name, kind: suffix } : { column: name },
  )
}

/** Reads `COL[,COL…]` under the same rule. */
export const parseInputs = (text: string, columns: readonly string[]): string[] =>
  parseColumns(text, columns, false).map(({ name }) => name)

function parseColumns(
  text: string,
  columns: readonly string[],
  withKind: boolean,
): { name: string; suffix: string }[] {
  const byLength = columns.toSorted((a, b) => b.length - a.length)
  const found: { name: string; suffix: string }[] = []
  // Names of columns are in NFC; a terminal on a Mac may hand over others.
  let rest = text.normalize('NFC')
  while (rest !== '') {
    const match = byLength
      .map((name) => ({ name, after: endOf(rest, name, withKind) }))
      .find(({ after }) => after !== null)
    if (!match?.after) throw new ProblemError('columnMissing', { column: rest, columns: columns.join(', ') })
    found.push({ name: match.name, suffix: match.after.suffix })
    rest = match.after.rest
  }
  if (found.length === 0)
    throw new ProblemError('columnMissing', { column: text, columns: columns.join(', ') })
  return found
}

/** What follows `name` at the start of `text`, when `text` really is that name, an optional `:kind`, and `,` or the end. */
function endOf(text: string, name: string, withKind: boolean): { suffix: string; rest: string } | null {
  if (!text.startsWith(name)) return null
  const after = text.slice(name.length)
  const suffix = withKind ? (/^:(number|binary|classes|labels)(?=,|$)/.exec(after)?.[1] ?? '') : ''
  const tail = suffix === '' ? after : after.slice(suffix.length + 1)
  return tail === '' || tail.startsWith(',') ? { suffix, rest: tail.slice(1) } : null
}
