import { renameGroup } from '../../../shared/edits/groups.ts'
import { renameLayer, setInput, setOutput } from '../../../shared/edits/setValues.ts'
import { groupTree, membersOf } from '../../../shared/groups.ts'
import { isCall, isInput } from '../../../shared/project.ts'
import { currentProject, edit } from '../../store/document.ts'
import type { OutlineRow } from './outlineRows.ts'

type Target = Pick<OutlineRow, 'kind' | 'id'>

/** The nodes that a line stands for: itself, or everything in the group. */
export const nodesOfRow = ({ kind, id }: Target): readonly string[] =>
  kind === 'node' ? [id] : membersOf(groupTree(currentProject()), id)

/** Names what a line stands for, as one undoable step. */
export const renameRow = ({ kind, id }: Target, name: string): void => {
  edit((project) => {
    if (kind === 'group') return renameGroup(project, id, name)
    const node = project.nodes[id]
    if (!node) return project
    if (isCall(node)) return renameLayer(project, node.layer, name)
    return isInput(node) ? setInput(project, id, { name }) : setOutput(project, id, { name })
  })
}
