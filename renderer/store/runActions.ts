import type { RunEvent } from '../../shared/contract.ts'
import { toProblem } from '../../shared/problems.ts'
import type { RunState, RunSummary } from '../../shared/run.ts'
import { client } from '../client.ts'
import { currentDocId, currentProject, documentStore } from './document.ts'
import { gather } from './gather.ts'
import { courseAfter, runsStore, updateCourse, withSeries } from './runs.ts'

const isUnderWay = (state: RunState) => state === 'queued' || state === 'running'
const isOpen = (docId: string) => documentStore.getState().docId === docId

const putSummary = (summary: RunSummary) =>
  runsStore.setState(({ runs }) => ({
    runs: [summary, ...runs.filter(({ id }) => id !== summary.id)].toSorted((a, b) => b.number - a.number),
  }))

const refresh = async (docId: string) => {
  const runs = await client.listRuns(docId)
  if (isOpen(docId)) runsStore.setState({ runs: runs.toSorted((a, b) => b.number - a.number) })
  return runs
}

const loadSeries = async (docId: string, id: string) => {
  const series = await client.runSeries(docId, id)
  if (isOpen(docId)) updateCourse(id, (course) => withSeries(course, series))
}

const loadDetails = async (docId: string, id: string) => {
  const run = await client.getRun(docId, id)
  if (isOpen(docId)) runsStore.setState(({ details }) => ({ details: { ...details, [id]: run } }))
}

/** Rest between two drawings of a run under way, in milliseconds. A small model is through with many epochs in it. */
const drawPause = 100

/** Follows a run until it ends, and then reads what it left. */
async function watch(docId: string, id: string, epochs: number): Promise<void> {
  runsStore.setState({ live: id })
  const events = gather<RunEvent>((some) => {
    if (!isOpen(docId)) return
    updateCourse(id, (course) => some.reduce((before, event) => courseAfter(before, event, epochs), course))
  }, drawPause)
  try {
    for await (const event of client.watchRun(docId, id)) {
      if (!isOpen(docId)) return
      events.add(event)
      if (event.kind === 'state') events.flush()
    }
    events.flush()
  } catch (error) {
    events.flush()
    // A broken line is mended by `resumeRuns` once the core is back; anything else belongs to the run.
    const problem = toProblem(error)
    if (problem.code === 'closed') return
    updateCourse(id, (course) => ({ ...course, problem }))
  }
  if (!isOpen(docId)) return
  runsStore.setState(({ live }) => ({ live: live === id ? null : live }))
  await Promise.all([refresh(docId), loadDetails(docId, id), loadSeries(docId, id)])
}

/** Trains the open document in a new run, shows it and follows it. Why it can't start goes to `startProblem`. */
export async function startRun(): Promise<void> {
  const docId = currentDocId()
  const project = currentProject()
  runsStore.setState({ startProblem: null })
  try {
    const summary = await client.startRun(docId, project)
    if (!isOpen(docId)) return
    putSummary(summary)
    runsStore.setState({ selected: summary.id })
    updateCourse(summary.id, (course) => ({ ...course, state: summary.state }))
    await watch(docId, summary.id, project.training.epochs)
  } catch (error) {
    runsStore.setState({ startProblem: toProblem(error) })
  }
}

/** Asks the run under way to stop after its batch; what it learned is kept. */
export async function stopRun(): Promise<void> {
  const { live } = runsStore.getState()
  if (live !== null) await client.stopRun(currentDocId(), live)
}

/** Shows a run, reading its series and result when they are not known yet. */
export async function selectRun(id: string): Promise<void> {
  const docId = currentDocId()
  runsStore.setState({ selected: id })
  const { courses, details, runs, live } = runsStore.getState()
  const state = runs.find((run) => run.id === id)?.state
  if (state && !courses[id]) updateCourse(id, (course) => ({ ...course, state }))
  await Promise.all([
    id !== live && !courses[id] && loadSeries(docId, id),
    id !== live && !details[id] && loadDetails(docId, id),
  ])
}

/** Deletes a run and its model for good. */
export async function deleteRun(id: string): Promise<void> {
  const docId = currentDocId()
  await client.deleteRun(docId, id)
  const runs = await refresh(docId)
  if (runsStore.getState().selected !== id) return
  const next = runs[0]
  if (next) await selectRun(next.id)
  else runsStore.setState({ selected: null })
}

/** Reads the open project's runs, shows the latest and follows one that is under way. After opening, and after the line broke. */
export async function resumeRuns(): Promise<void> {
  const docId = currentDocId()
  const runs = await refresh(docId)
  if (!isOpen(docId)) return
  const latest = runs.toSorted((a, b) => b.number - a.number)[0]
  const running = runs.find(({ state }) => isUnderWay(state))
  const shown = running ?? latest
  if (!running) runsStore.setState({ live: null })
  if (!shown) return
  if (!running) return selectRun(runsStore.getState().selected ?? shown.id)
  runsStore.setState({ selected: running.id })
  await loadSeries(docId, running.id)
  const { document } = await client.getRun(docId, running.id)
  await watch(docId, running.id, document.training.epochs)
}
