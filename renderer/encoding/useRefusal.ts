import { useState } from 'react'
import { type Problem, toProblem } from '../../shared/problems.ts'

interface Refusal {
  /** Why the last change was refused, for as long as the value is the one that was to be changed. */
  readonly refusal: Problem | null
  /** Makes a change; one that throws is refused too. */
  readonly attempt: (change: () => Problem | null) => void
}

/** Remembers why a change to a value was refused; any other value forgets it. */
export const useRefusal = (value: unknown): Refusal => {
  const [refused, setRefused] = useState<{ readonly value: unknown; readonly problem: Problem } | null>(null)
  const attempt = (change: () => Problem | null) => {
    let problem: Problem | null
    try {
      problem = change()
    } catch (error) {
      problem = toProblem(error)
    }
    setRefused(problem && { value, problem })
  }
  return { refusal: refused?.value === value ? (refused?.problem ?? null) : null, attempt }
}
