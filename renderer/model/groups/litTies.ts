import { wholeGroups } from '../../../shared/groups.ts'
import type { Project } from '../../../shared/project.ts'
import { groupOfFlowId } from './flowIds.ts'
import { visibleOf } from './visibleOf.ts'

/** The key of a tie among what is lit. Layers' ids are other strings: these begin with a space. */
export const tieKey = (mark: string): string => ` tie ${mark}`

/** Ties of groups of which one is selected whole or under the pointer. */
export const litTies = (
  project: Project,
  hovered: string | null,
  selection: readonly string[],
): readonly string[] => {
  const { tree, ties } = visibleOf(project)
  if (ties.size === 0) return []
  const under = hovered === null ? null : groupOfFlowId(project, hovered)
  return [...(under === null ? [] : [under]), ...wholeGroups(tree, selection)].flatMap((group) => {
    const tie = ties.get(group)
    return tie ? [tieKey(tie.mark)] : []
  })
}
