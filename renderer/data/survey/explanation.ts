import type { TFunction } from 'i18next'
import type { ProblemCode } from '../../../shared/problems.ts'

/** Warnings of the rows that have an explanation. */
const explained = [
  'constantInput',
  'idInput',
  'inputIsTarget',
  'targetLeak',
  'repeatedRows',
  'classImbalance',
  'fewOfClass',
  'unscaledInput',
  'tiedRows',
] as const satisfies readonly ProblemCode[]

/** Why a warning matters; nothing for what explains itself. */
export const explanation = (t: TFunction, code: ProblemCode): string => {
  const known = explained.find((one) => one === code)
  return known ? t(`data.survey.why.${known}`) : ''
}
