import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { RunEvent, RunSeries } from '../../shared/contract.ts'
import type { TrainingEvent } from '../../shared/engineContract.ts'
import type { Problem } from '../../shared/problems.ts'
import type { EpochRecord, Run, RunState, RunSummary } from '../../shared/run.ts'
import { appendRows, emptySteps, rowsOf, type StepSeries, storedRows } from './stepSeries.ts'

/** Where a run under way is. */
export interface RunProgress {
  /** Counted from 1. */
  readonly epoch: number
  readonly epochs: number
  /** Steps done over the whole run. */
  readonly step: number
  readonly stepsPerEpoch: number
  readonly samplesPerSecond: number
  readonly memoryBytes: number
}

/** What the page knows of one run's course: the same for one under way and one long finished. */
export interface RunCourse {
  readonly id: string
  readonly state: RunState
  readonly outputs: readonly string[]
  readonly epochs: readonly EpochRecord[]
  readonly steps: StepSeries
  /** Only while it is under way. */
  readonly progress: RunProgress | null
  readonly problem?: Problem
}

/** The open project's runs. */
export interface RunsState {
  /** Newest first. */
  readonly runs: readonly RunSummary[]
  /** The run that Train, Evaluate and Export show; null when there is none. */
  readonly selected: string | null
  /** By run id; filled as runs are watched or selected. */
  readonly courses: Readonly<Record<string, RunCourse>>
  /** `run.json` of finished runs, by run id; filled as they are selected. */
  readonly details: Readonly<Record<string, Run>>
  /** The run under way, if any. */
  readonly live: string | null
  /** Why the last start failed. */
  readonly startProblem: Problem | null
}

const nothing: RunsState = {
  runs: [],
  selected: null,
  courses: {},
  details: {},
  live: null,
  startProblem: null,
}

/** Runs of the open project. Never undoable. */
export const runsStore = createStore<RunsState>(() => nothing)

/** A part of the open project's runs. */
export const useRuns = <T>(select: (state: RunsState) => T): T => useStore(runsStore, select)

/** The course of the selected run, if there is one. */
export const useSelectedCourse = (): RunCourse | null =>
  useRuns(({ selected, courses }) => (selected === null ? null : (courses[selected] ?? null)))

/** `run.json` of the selected run once it is finished and read. */
export const useSelectedRun = (): Run | null =>
  useRuns(({ selected, details }) => (selected === null ? null : (details[selected] ?? null)))

/** Forgets every run: another project is opened. */
export const clearRuns = (): void => runsStore.setState(nothing)

const emptyCourse = (id: string): RunCourse => ({
  id,
  state: 'queued',
  outputs: [],
  epochs: [],
  steps: emptySteps,
  progress: null,
})

const noProgress: RunProgress = {
  epoch: 1,
  epochs: 0,
  step: 0,
  stepsPerEpoch: 0,
  samplesPerSecond: 0,
  memoryBytes: 0,
}

const withEpoch = (epochs: readonly EpochRecord[], record: EpochRecord) =>
  epochs.some(({ epoch }) => epoch === record.epoch) ? epochs : [...epochs, record]

const trained = (course: RunCourse, event: TrainingEvent, epochs: number): RunCourse => {
  const progress = { ...noProgress, ...course.progress, epochs }
  switch (event.kind) {
    case 'started':
      return {
        ...course,
        outputs: event.outputs,
        progress: { ...progress, stepsPerEpoch: event.stepsPerEpoch },
      }
    case 'steps': {
      const outputs = course.outputs.length
      const rows = rowsOf(event.losses, event.firstStep, outputs)
      const { epoch, stepsPerEpoch, samplesPerSecond, memoryBytes } = event
      const step = event.firstStep + rows.length
      return {
        ...course,
        steps: appendRows(course.steps, rows),
        progress: { ...progress, epoch, step, stepsPerEpoch, samplesPerSecond, memoryBytes },
      }
    }
    case 'epoch':
      return { ...course, epochs: withEpoch(course.epochs, event.record), progress }
    case 'finished':
      return course
  }
}

/** A run's course after one more event. `epochs` is how many it will take. */
export const courseAfter = (course: RunCourse, event: RunEvent, epochs: number): RunCourse => {
  if (event.kind === 'training') return trained(course, event.event, epochs)
  const { state, problem } = event
  const isOver = state !== 'queued' && state !== 'running'
  return { ...course, state, progress: isOver ? null : course.progress, ...(problem ? { problem } : {}) }
}

/** Changes what is known of one run. */
export const updateCourse = (id: string, change: (course: RunCourse) => RunCourse): void =>
  runsStore.setState(({ courses }) => ({
    courses: { ...courses, [id]: change(courses[id] ?? emptyCourse(id)) },
  }))

/** A stored series as a course; what arrived live since is kept. */
export const withSeries = (course: RunCourse, { epochs, outputs, steps }: RunSeries): RunCourse => {
  const stored = appendRows(emptySteps, storedRows(steps, outputs.length))
  const live = [...course.steps.points, ...course.steps.rest]
  return {
    ...course,
    outputs,
    epochs: course.epochs.reduce(withEpoch, epochs),
    steps: appendRows(stored, live),
  }
}
