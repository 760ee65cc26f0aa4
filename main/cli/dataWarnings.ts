import { ProblemError } from '../../shared/problems.ts'
import type { DataWarning } from '../../shared/survey.ts'
import type { Workbench } from '../app/workbench.ts'
import { progressLine, say } from './report.ts'
import { dataRepairSentence, sentenceOf, whySentence } from './sentences.ts'

type Placed = Parameters<Workbench['warnings']>[0]

/** What the data of a project is to be warned of; tells on stderr how far it is. Throws what reading and dividing the rows throw. */
export async function dataWarnings(
  workbench: Workbench,
  placed: Placed,
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly DataWarning[]> {
  const line = progressLine()
  try {
    return await workbench.warnings(placed, signal, ({ done, total }) => {
      if (done < total) line.show(`looking at the rows: ${done}/${total} columns`)
    })
  } finally {
    line.end()
  }
}

/** A warning as `check` reports it, with the words of the page. */
export const describeWarning = ({ problem, at, repairs }: DataWarning) => ({
  column: at?.column ?? null,
  source: at?.source ?? null,
  code: problem.code,
  values: problem.values ?? {},
  message: sentenceOf(problem),
  why: whySentence(problem.code),
  repairs: repairs.map(dataRepairSentence),
})

/** A warning as a line: what was found and why it matters. */
export const warningText = ({ problem }: DataWarning): string =>
  `Warning: ${sentenceOf(problem)} ${whySentence(problem.code)}`.trimEnd()

/** Says the warnings on stderr. What keeps the rows from being looked at is told by whoever trains on them. */
export async function sayWarnings(workbench: Workbench, placed: Placed, signal?: AbortSignal): Promise<void> {
  try {
    for (const warning of await dataWarnings(workbench, placed, signal)) say(warningText(warning))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
  }
}
