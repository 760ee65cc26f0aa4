import type { Project } from '../../../shared/project.ts'

const mark = 'group:'

/** React Flow's id of a group's block or frame. Nodes have their own ids there. */
export const groupFlowId = (group: string): string => `${mark}${group}`

/** The group that one of React Flow's ids stands for; null for a node. */
export const groupOfFlowId = ({ nodes, groups }: Project, id: string): string | null => {
  const group = id.startsWith(mark) && !Object.hasOwn(nodes, id) ? id.slice(mark.length) : null
  return group !== null && Object.hasOwn(groups, group) ? group : null
}
