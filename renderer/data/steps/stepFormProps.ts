import type { Step } from '../../../shared/prep/steps/step.ts'
import type { ColumnProfile } from '../../../shared/table.ts'

/** What the form of a kind of step takes. */
export interface StepFormProps<K extends Step['kind']> {
  readonly step: Extract<Step, { kind: K }>
  readonly columns: readonly ColumnProfile[]
  readonly onChange: (step: Step) => void
}
