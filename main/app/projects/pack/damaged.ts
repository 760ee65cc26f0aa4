import { ProblemError } from '../../../../shared/problems.ts'

/** A pack that does not hold what it says; `cause` says what. */
export const damaged = (entry: string, cause: string): ProblemError =>
  new ProblemError('packDamaged', { entry: entry.slice(0, 200), cause: cause.slice(0, 200) })
