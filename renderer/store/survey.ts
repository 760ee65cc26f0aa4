import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Problem, toProblem } from '../../shared/problems.ts'
import type { Project } from '../../shared/project.ts'
import {
  type ClassBalance,
  type Correlation,
  type Survey,
  type SurveyColumn,
  surveyKey,
} from '../../shared/survey.ts'
import { client } from '../client.ts'
import { documentStore } from './document.ts'
import { tableStore } from './table.ts'

/** Whether the rows of the open project are looked at, and what came of it. */
export type SurveyState =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: Problem }

interface SurveyStore {
  readonly state: SurveyState
  /** The latest of this document; while another is made, the one before it. */
  readonly survey: Survey | null
}

const surveyStore = createStore<SurveyStore>(() => ({ state: { kind: 'none' }, survey: null }))

/** How far the survey of the rows is. */
export const useSurveyState = (): SurveyState => useStore(surveyStore, ({ state }) => state)
/** What the rows say, exact for the document as it was surveyed last; null before. */
export const useSurvey = (): Survey | null => useStore(surveyStore, ({ survey }) => survey)

/** Whether a column of a survey is this one; what a step makes is in no source, and shown with the first. */
const isOf = (one: SurveyColumn, source: string, column: string) =>
  one.column === column && (one.source === source || one.source === '')

/** How a column goes with each target. */
export const useCorrelations = (source: string, column: string): readonly Correlation[] => {
  const survey = useSurvey()
  return useMemo(
    () => survey?.correlations.filter((one) => isOf(one, source, column)) ?? [],
    [survey, source, column],
  )
}

/** The classes of a column in each part where it is a target of classes; null elsewhere. */
export const useBalance = (source: string, column: string): ClassBalance | null =>
  useSurvey()?.balance.find((one) => isOf(one, source, column)) ?? null

const settle = 250
let turn = 0
let asked: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined

const run = async (docId: string, project: Project) => {
  const own = ++turn
  const isCurrent = () => turn === own
  surveyStore.setState({ state: { kind: 'working', done: 0, total: 0 } })
  try {
    for await (const event of client.surveyData(docId, project)) {
      // Leaving the loop ends the work in the core.
      if (!isCurrent()) return
      if (event.kind === 'survey') surveyStore.setState({ state: { kind: 'ready' }, survey: event.survey })
      else surveyStore.setState({ state: { kind: 'working', done: event.done, total: event.total } })
    }
  } catch (error) {
    if (isCurrent())
      surveyStore.setState({ state: { kind: 'failed', problem: toProblem(error) }, survey: null })
  }
}

/** What a survey would be of now; null while there is nothing to survey or a source is still being read. */
const wanted = (): { readonly docId: string; readonly project: Project; readonly key: string } | null => {
  const { docId, project } = documentStore.getState()
  if (docId === null || !project || project.data.sources.length === 0) return null
  const { sources } = tableStore.getState()
  const hashes = project.data.sources.map(({ id }) => {
    const state = sources[id]
    return state?.kind === 'ready' ? state.profile.sha256 : null
  })
  if (hashes.includes(null)) return null
  return { docId, project, key: JSON.stringify([docId, hashes, surveyKey(project)]) }
}

const check = () => {
  const now = wanted()
  if (!now) {
    if (asked !== null) forget()
    return
  }
  if (now.key === asked) return
  asked = now.key
  clearTimeout(timer)
  timer = setTimeout(() => void run(now.docId, now.project), settle)
}

const forget = () => {
  turn++
  asked = null
  clearTimeout(timer)
  surveyStore.setState({ state: { kind: 'none' }, survey: null })
}

/** Ends the survey under way; what was known before stays. */
export const stopSurvey = (): void => {
  turn++
  clearTimeout(timer)
  surveyStore.setState({ state: { kind: 'stopped' } })
}

/** Surveys again what was stopped or failed. */
export const surveyAgain = (): void => {
  asked = null
  check()
}

/** Surveys the open project now, and again whenever an edit or another file changes what it depends on. */
export const followSurvey = (): void => {
  documentStore.subscribe((state, before) => {
    if (state.docId !== before.docId) forget()
    if (state.project !== before.project) check()
  })
  tableStore.subscribe(check)
  check()
}
