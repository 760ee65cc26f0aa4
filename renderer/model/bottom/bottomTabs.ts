import type { ComponentType } from 'react'
import { CodePanel } from '../code/CodePanel.tsx'
import { ProblemCount } from '../problems/ProblemCount.tsx'
import { ProblemsPanel } from '../problems/ProblemsPanel.tsx'
import { SummaryPanel } from '../summary/SummaryPanel.tsx'

interface BottomView {
  /** Its title is `model.bottom.<id>` in the translations. */
  readonly id: string
  /** Fills the room below the graph and scrolls by itself. */
  readonly Content: ComponentType
  /** After the title, such as a count. */
  readonly Note?: ComponentType
}

/** The views below the graph, in their order. */
export const bottomTabs = [
  { id: 'problems', Content: ProblemsPanel, Note: ProblemCount },
  { id: 'summary', Content: SummaryPanel },
  { id: 'code', Content: CodePanel },
] as const satisfies readonly BottomView[]
export type BottomTab = (typeof bottomTabs)[number]['id']
