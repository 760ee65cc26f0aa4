import { isInput, isOutput, type Project } from '../../project.ts'
import type { SplitSettings } from '../../training.ts'
import { needsCell, needsTarget } from '../encoding.ts'
import type { ColumnName } from '../joinSources.ts'

/** Cells that a row needs: of these rows around it, and of this column when it can't be without. */
export interface Need {
  readonly use: ColumnName | null
  readonly from: number
  readonly to: number
}

/** What a project with windows or horizons asks of its rows. */
export interface Sequence {
  readonly order: { readonly column?: string | undefined; readonly group?: string | undefined }
  readonly needs: readonly Need[]
  /** Of the longest window. */
  readonly steps: number
  /** How far ahead each target lies. */
  readonly horizons: readonly number[]
}

/** The order and reach of a project's rows; null when every row stands for itself. */
export const sequenceOf = ({ nodes, data }: Pick<Project, 'nodes' | 'data'>): Sequence | null => {
  const inputs = Object.values(nodes).flatMap((node) => (isInput(node) ? [node.input] : []))
  const targets = Object.values(nodes).flatMap((node) =>
    isOutput(node) && node.output.target ? [node.output.target] : [],
  )
  const isSequential =
    inputs.some(({ window }) => window !== undefined) || targets.some(({ horizon = 0 }) => horizon > 0)
  if (!isSequential) return null
  const back = (steps = 1) => ({ from: 1 - steps, to: 0 })
  return {
    order: data.order ?? {},
    steps: Math.max(1, ...inputs.map(({ window }) => window?.steps ?? 1)),
    horizons: targets.map(({ horizon = 0 }) => horizon),
    needs: [
      ...inputs.map(({ window }) => ({ use: null, ...back(window?.steps) })),
      ...inputs.flatMap(({ window, columns }) =>
        columns.filter(({ encoding }) => needsCell(encoding)).map((use) => ({ use, ...back(window?.steps) })),
      ),
      ...targets.map((use) => ({
        use: needsTarget(use.encoding) ? use : null,
        from: use.horizon ?? 0,
        to: use.horizon ?? 0,
      })),
    ],
  }
}

/**
 * How rows of a sequence are divided: neighbours share most of their windows, so they are never shuffled apart. Whole
 * groups may be, and a column that says the part is believed; everything else goes by time.
 */
export const sequenceSplit = (split: SplitSettings, { order }: Sequence): SplitSettings => {
  if (split.column || split.order !== undefined) return split
  if (split.group !== undefined && split.group === order.group) return split
  const { validation, test } = split
  return { validation, test, shuffle: false, ...(order.column === undefined ? {} : { order: order.column }) }
}
