import { membersOf, wholeGroups } from '../../../shared/groups.ts'
import type { Project } from '../../../shared/project.ts'
import { visibleOf } from './visibleOf.ts'

/** The group that a selection is, all of it and nothing else; null otherwise. One node that is seen is that node. */
export const inspectedGroup = (project: Project, selection: readonly string[]): string | null => {
  const { tree, hidden } = visibleOf(project)
  const [group, ...others] = wholeGroups(tree, selection)
  if (group === undefined || others.length > 0 || membersOf(tree, group).length !== selection.length)
    return null
  const [only] = selection
  return selection.length > 1 || (only !== undefined && hidden.get(only) === group) ? group : null
}
