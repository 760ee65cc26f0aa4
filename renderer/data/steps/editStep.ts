import type { Project } from '../../../shared/project.ts'
import { documentStore, edit } from '../../store/document.ts'
import { keepStepId } from './stepIds.ts'

const stepAt = (index: number) => documentStore.getState().project?.data.steps[index]

/** Changes one step at its place: an undoable edit after which it is still the same step to the list. */
export const editStep = (index: number, recipe: (project: Project) => Project): void => {
  const before = stepAt(index)
  if (!edit(recipe)) keepStepId(before, stepAt(index))
}
