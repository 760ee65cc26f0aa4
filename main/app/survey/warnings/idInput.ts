import type { DataWarning } from '../../../../shared/survey.ts'
import type { Surveyed } from '../surveyed.ts'

/** Inputs that are another value in every row and only number or name it: learned by heart, of no use for new rows. */
export const idInput = ({ inputs, factsOf }: Surveyed): DataWarning[] =>
  inputs
    .filter((input) => input.isFlat && factsOf(input)?.type === 'id')
    .map(({ source, column }) => ({
      problem: { code: 'idInput', values: { column } },
      at: { source, column },
      repairs: [{ kind: 'removeInput', columns: [{ source, column }] }],
    }))
