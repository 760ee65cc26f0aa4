import type { VisibleGraph } from '../../../shared/blocks.ts'
import { membersOf } from '../../../shared/groups.ts'
import type { GraphAnalysis } from '../../../shared/infer.ts'
import type { Project } from '../../../shared/project.ts'
import { i18n } from '../../i18n/i18n.ts'
import type { NodeCard } from '../card/nodeCard.ts'
import { blockCard } from './blockCard.ts'

/** What the title bar of an expanded group shows: a block's card without its ports. */
export const frameCard = (
  project: Project,
  analysis: GraphAnalysis,
  visible: VisibleGraph,
  group: string,
  firstMark: number,
): NodeCard => {
  const members = membersOf(visible.tree, group)
  const entry = [group, { members, inputs: [], outputs: [] }] as const
  return {
    ...blockCard(project, analysis, visible, entry, firstMark),
    typeTitle: i18n.t('model.groups.group'),
    problems: [],
  }
}
