import type { TFunction } from 'i18next'
import type { RowRule } from '../../../shared/prep/steps/rowRule.ts'

const mostValues = 3

/** A filter in a few words, such as “age > 30”. */
export const ruleWords = (t: TFunction, rule: RowRule): string => {
  const { column } = rule
  switch (rule.is) {
    case 'missing':
    case 'present':
      return t(`data.table.rule.${rule.is}`, { column })
    case 'between':
      return t('data.table.rule.between', { column, from: rule.from, to: rule.to })
    case 'oneOf': {
      const values = rule.values.slice(0, mostValues).join(', ')
      const more = rule.values.length - mostValues
      return t('data.table.rule.oneOf', { column, values: more > 0 ? `${values} +${more}` : values })
    }
    case 'contains':
    case 'equals':
    case 'notEquals':
    case 'above':
    case 'below':
    case 'atLeast':
    case 'atMost':
      return t(`data.table.rule.${rule.is}`, { column, value: rule.value })
  }
}
