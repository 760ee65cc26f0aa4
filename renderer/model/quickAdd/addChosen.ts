import type { Added } from '../../../shared/edits/addNode.ts'
import type { Project } from '../../../shared/project.ts'
import { addAt, addFree, addWired } from '../edits/addBeside.ts'
import { insertHere } from '../edits/insertHere.ts'
import type { QuickAddRequest } from './quickAddStore.ts'

/** Adds what was chosen in the box, where and wired as it was asked for; `middle` is that of the view. */
export const addChosen = (
  project: Project,
  type: string,
  { place, end, edge }: Pick<QuickAddRequest, 'place' | 'end' | 'edge'>,
  middle: { readonly x: number; readonly y: number },
): Added => {
  if (edge) {
    const added = addAt(project, type, place ?? middle, null)
    return { ...added, project: insertHere(added.project, edge, added.node) }
  }
  if (place) return addAt(project, type, place, end)
  return end ? addWired(project, type, end) : addFree(project, type, middle)
}
