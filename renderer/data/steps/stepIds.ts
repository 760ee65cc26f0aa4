import type { StepEntry } from '../../../shared/edits/steps.ts'

const ids = new WeakMap<StepEntry, string>()
let made = 0

/** What tells a step from the others while the document is open, wherever it is moved; the document has no such name. */
export const stepId = (step: StepEntry): string => {
  const id = ids.get(step) ?? `step-${++made}`
  ids.set(step, id)
  return id
}

/** A step with other settings is still the same one. */
export const keepStepId = (before: StepEntry | undefined, after: StepEntry | undefined): void => {
  if (before && after) ids.set(after, stepId(before))
}
