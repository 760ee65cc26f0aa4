import type { TFunction } from 'i18next'
import type { RowRule } from '../../../shared/prep/steps/rowRule.ts'
import type { Step } from '../../../shared/prep/steps/step.ts'
import { formatFigure } from '../../i18n/format.ts'

const ruleWords = (t: TFunction, rule: RowRule): string => {
  const column = rule.column || t('data.noName')
  switch (rule.is) {
    case 'between':
      return t('data.steps.ruleWords.between', { column, from: rule.from, to: rule.to })
    case 'oneOf':
      return t('data.steps.ruleWords.oneOf', { column, values: rule.values.join(', ') })
    case 'missing':
    case 'present':
      return t(`data.steps.ruleWords.${rule.is}`, { column })
    case 'equals':
    case 'notEquals':
    case 'contains':
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
      return t(`data.steps.ruleWords.${rule.is}`, { column, value: rule.value })
  }
}

const cellWords = (t: TFunction, cell: string | null) => cell ?? t('data.missingCell')

const share = (value: number) => formatFigure(value * 100)

/** What a step says, in a line. */
export const stepSummary = (t: TFunction, step: Step): string => {
  switch (step.kind) {
    case 'keep':
      return ruleWords(t, step.rule)
    case 'dropDuplicates':
      return step.columns ? step.columns.join(', ') : t('data.allColumns')
    case 'dropMissing':
      return step.columns.join(', ')
    case 'formula':
      return `${step.column} = ${step.formula}`
    case 'replace':
      return t('data.steps.summary.replace', {
        column: step.column,
        from: cellWords(t, step.from),
        to: cellWords(t, step.to),
      })
    case 'clip': {
      const { column, low, high, quantiles } = step
      if (quantiles)
        return t('data.steps.summary.clipQuantiles', {
          column,
          low: share(quantiles[0]),
          high: share(quantiles[1]),
        })
      return t('data.steps.summary.clip', {
        column,
        low: low === undefined ? '−∞' : formatFigure(low),
        high: high === undefined ? '∞' : formatFigure(high),
      })
    }
    case 'mergeRare':
      return step.most === undefined
        ? t('data.steps.summary.mergeRare', { column: step.column, rows: step.atLeast, into: step.into })
        : t('data.steps.summary.mergeMost', { column: step.column, most: step.most, into: step.into })
  }
}
