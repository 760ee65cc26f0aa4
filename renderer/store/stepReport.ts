import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Problem, toProblem } from '../../shared/problems.ts'
import { isInput, isOutput, type Project } from '../../shared/project.ts'
import type { StepReport } from '../../shared/stepReport.ts'
import type { ColumnProfile, TableProfile } from '../../shared/table.ts'
import { client } from '../client.ts'
import { documentStore, useProject } from './document.ts'
import { isSourceRead, useProfile, onSourceKnown } from './table.ts'

interface StepState {
  /** Of the document as it was when it last could be told; null without steps or data. */
  readonly report: StepReport | null
  /** Why there is no report of the document as it is. */
  readonly problem: Problem | null
  /** A report of the document as it is is on its way. */
  readonly isWorking: boolean
}
const nothing: StepState = { report: null, problem: null, isWorking: false }
const reportStore = createStore<StepState>(() => nothing)

/** What the steps do to the data, as far as it is known. */
export const useStepReport = (): StepState => useStore(reportStore)

const none: readonly ColumnProfile[] = []
/** The columns that steps make. */
const useMadeColumns = (): readonly ColumnProfile[] =>
  useStore(reportStore, ({ report }) => report?.columns ?? none)

/** A source as the model sees it: the first one with the columns that steps make; null while it is not read. */
export const useProfileAfterSteps = (source: string | undefined): TableProfile | null => {
  const profile = useProfile(source)
  const isFirst = useProject(({ data }) => data.sources[0]?.id) === source
  const made = useMadeColumns()
  return useMemo(
    () =>
      profile && isFirst && made.length > 0
        ? { ...profile, columns: [...profile.columns, ...made] }
        : profile,
    [profile, isFirst, made],
  )
}

/** Everything that a report depends on; null where there is nothing to report. */
const reportKey = (docId: string | null, project: Project | null): string | null => {
  if (docId === null || !project) return null
  const { data, nodes, training } = project
  if (data.sources.length === 0 || !data.steps.some(({ off }) => off !== true)) return null
  const sources = data.sources.map(({ id, file, entry, dialect, columns, join, part }) => [
    id,
    file,
    entry,
    dialect,
    columns,
    join,
    part,
  ])
  const uses = Object.values(nodes).flatMap((node) =>
    isInput(node)
      ? node.input.columns.map(({ source, column, encoding }) => [
          source,
          column,
          'missing' in encoding && encoding.missing,
        ])
      : isOutput(node)
        ? [[node.output.target]]
        : [],
  )
  return JSON.stringify([docId, data.steps, sources, uses, training.split, training.seed])
}

const pause = 250

/** Has the steps taken now, and again whenever they or what they act on changes; leaves work that nobody needs any more. */
export const followSteps = (): (() => void) => {
  let known: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let leave = () => {}
  const ask = async (docId: string, project: Project) => {
    const reports = client.trySteps(docId, project)[Symbol.asyncIterator]()
    let isLeft = false
    leave = () => {
      isLeft = true
      void reports.return?.()
    }
    try {
      const { value } = await reports.next()
      if (!isLeft)
        reportStore.setState({
          report: (value as StepReport | undefined) ?? null,
          problem: null,
          isWorking: false,
        })
    } catch (error) {
      if (!isLeft) reportStore.setState({ problem: toProblem(error), isWorking: false })
    }
  }
  const check = () => {
    const { docId, project } = documentStore.getState()
    const isReadable = project?.data.sources.every(({ id }) => isSourceRead(id)) ?? false
    const key = isReadable ? reportKey(docId, project) : null
    if (key === known) return
    known = key
    clearTimeout(timer)
    leave()
    if (key === null || docId === null || !project) return reportStore.setState(nothing)
    reportStore.setState({ isWorking: true })
    timer = setTimeout(() => void ask(docId, project), pause)
  }
  const stops = [documentStore.subscribe(check), onSourceKnown(check)]
  return () => stops.forEach((stop) => stop())
}
