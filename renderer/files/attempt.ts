import { toProblem } from '../../shared/problems.ts'
import { problemText } from '../i18n/problemText.ts'
import { showToast } from '../ui/toasts/toasts.ts'

/** Runs work that was asked for by a button or a key; what goes wrong is said in a message, except a cancel. */
export const attempt = (work: () => Promise<unknown>): void => {
  work().catch((error: unknown) => {
    const problem = toProblem(error)
    if (problem.code !== 'cancelled') showToast({ text: problemText(problem), tone: 'danger' })
  })
}
