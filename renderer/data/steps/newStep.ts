import { printColumn } from '../../../shared/formula/print.ts'
import { uniqueName } from '../../../shared/names.ts'
import type { Step } from '../../../shared/prep/steps/step.ts'
import type { ColumnProfile } from '../../../shared/table.ts'
import type { StepKindName } from './stepKinds.ts'

const rounded = (value: number) => Number(value.toPrecision(6))

/**
 * A step to begin with, on a column that suits it: the one that is looked at, or the first that does. `made` names a new
 * column in the user's language.
 */
export const newStep = (
  kind: StepKindName,
  columns: readonly ColumnProfile[],
  looked: ColumnProfile | undefined,
  words: { readonly made: string; readonly other: string },
): Step => {
  const numbers = columns.filter(({ summary }) => summary)
  const number = looked?.summary ? looked : numbers[0]
  const any = looked ?? columns[0]
  const column = any?.name ?? ''
  switch (kind) {
    case 'keep':
      return { kind, rule: { column, is: 'present' } }
    case 'dropMissing':
      return { kind, columns: column === '' ? [] : [column] }
    case 'dropDuplicates':
      return { kind }
    case 'formula': {
      const name = uniqueName(words.made, (candidate) => columns.some((one) => one.name === candidate))
      return { kind, column: name, formula: number ? printColumn(number.name) : '0' }
    }
    case 'replace':
      return { kind, column, from: any?.top[0]?.value ?? '', to: null }
    case 'clip':
      return number?.summary
        ? { kind, column: number.name, low: rounded(number.summary.min), high: rounded(number.summary.max) }
        : { kind, column, quantiles: [0.01, 0.99] }
    case 'mergeRare': {
      const texts = columns.filter(({ type }) => type === 'category')
      const text = looked && !looked.summary ? looked : (texts[0] ?? any)
      return { kind, column: text?.name ?? '', atLeast: 10, into: words.other }
    }
  }
}
