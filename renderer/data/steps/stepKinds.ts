import {
  CopyX,
  Filter,
  FoldVertical,
  type LucideIcon,
  Merge,
  Replace,
  RectangleEllipsis,
  SquareFunction,
} from 'lucide-react'
import type { Step } from '../../../shared/prep/steps/step.ts'

export type StepKindName = Step['kind']

/** Kinds of steps as the menu lists them: those that choose rows, then those on a column. */
export const stepKindGroups: readonly {
  readonly id: 'rows' | 'column'
  readonly kinds: readonly StepKindName[]
}[] = [
  { id: 'rows', kinds: ['keep', 'dropMissing', 'dropDuplicates'] },
  { id: 'column', kinds: ['formula', 'replace', 'clip', 'mergeRare'] },
]

export const stepIcons: Readonly<Record<StepKindName, LucideIcon>> = {
  keep: Filter,
  dropMissing: RectangleEllipsis,
  dropDuplicates: CopyX,
  formula: SquareFunction,
  replace: Replace,
  clip: FoldVertical,
  mergeRare: Merge,
}
