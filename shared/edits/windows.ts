import { findNode } from '../graph.ts'
import { isInput, isOutput, type Project } from '../project.ts'
import { isSameColumn, shapeFor } from './columns.ts'
import { setInput, setOutput } from './setValues.ts'

/** How many rows ahead an output's target lies; 0 is the row itself. */
export const setHorizon = (project: Project, nodeId: string, horizon: number): Project => {
  const node = findNode(project, nodeId)
  if (!node || !isOutput(node) || !node.output.target || (node.output.target.horizon ?? 0) === horizon)
    return project
  const { horizon: _, ...target } = node.output.target
  return setOutput(project, nodeId, { target: horizon > 0 ? { ...target, horizon } : target })
}

/** Targets that an input's own columns would give away lie a row ahead from now on. */
const aheadOf = (project: Project, nodeId: string): Project => {
  const node = findNode(project, nodeId)
  if (!node || !isInput(node)) return project
  let next = project
  for (const [id, other] of Object.entries(project.nodes)) {
    const target = isOutput(other) ? other.output.target : undefined
    if (
      target &&
      target.horizon === undefined &&
      node.input.columns.some((use) => isSameColumn(project, use, target))
    )
      next = setHorizon(next, id, 1)
  }
  return next
}

/**
 * Makes an input take so many rows at once, or (null) each by itself; its shape follows. A target that is among its
 * columns moves a row ahead: the row itself would be known.
 */
export const setWindow = (project: Project, nodeId: string, steps: number | null): Project => {
  const node = findNode(project, nodeId)
  if (!node || !isInput(node) || (node.input.window?.steps ?? null) === steps) return project
  const { columns, shape } = node.input
  const window = steps === null ? undefined : { steps }
  const next = setInput(project, nodeId, { window, shape: shapeFor(columns, { shape, window }) })
  return window && !node.input.window ? aheadOf(next, nodeId) : next
}

type Order = NonNullable<Project['data']['order']>

/** The order of time of the rows: by a column, in series of their own; undefined takes either away. */
export const setOrder = (
  project: Project,
  change: { readonly [K in 'column' | 'group']?: string | undefined },
): Project => {
  const { order: before, ...data } = project.data
  const { column, group, ...rest }: Order = before ?? {}
  const asked = { column, group, ...change }
  const order = {
    ...rest,
    ...(asked.column === undefined ? {} : { column: asked.column }),
    ...(asked.group === undefined ? {} : { group: asked.group }),
  }
  return { ...project, data: Object.keys(order).length === 0 ? data : { ...data, order } }
}
