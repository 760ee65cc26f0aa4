import type { Problem } from '../../shared/problems.ts'
import type { PlacedProblem } from '../store/analysis.ts'
import { openDetails, showSource } from '../store/dataView.ts'
import { currentProject } from '../store/document.ts'
import { selectNodes, showWorkspace } from '../store/session.ts'

/** Whether a problem is one of the steps before the model. */
export const isOfStep = ({ values }: Problem): boolean => values?.['step'] !== undefined

/** Goes to where a problem can be mended: the steps in Data, or its node in Model. */
export const showProblem = ({ node, problem }: PlacedProblem): void => {
  const [first] = currentProject().data.sources
  if (isOfStep(problem) && first) {
    showSource(first.id)
    openDetails('steps')
    showWorkspace('data')
    return
  }
  showWorkspace('model')
  if (node !== null) selectNodes([node])
}

/** Goes to the warnings of the rows, in Data. */
export const showWarnings = (): void => {
  openDetails('checks')
  showWorkspace('data')
}
