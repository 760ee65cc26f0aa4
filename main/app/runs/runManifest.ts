import { randomBytes } from 'node:crypto'
import type { Project } from '../../../shared/project.ts'
import type { Run, RunSummary } from '../../../shared/run.ts'

/** How far a run came: whole epochs, and the last one's loss (validation where there is one). */
export interface RunProgress {
  readonly epochs: number
  readonly loss: number | null
}

/** Reads what `trainRun` notes in the manifest. */
export const progressOf = (run: Run): RunProgress => {
  const noted = run['progress']
  return typeof noted === 'object' && noted !== null ? (noted as RunProgress) : { epochs: 0, loss: null }
}

/** Names of the run's outputs in order, known once training began. */
export const runOutputs = (run: Run): readonly string[] =>
  Array.isArray(run['outputs']) ? run['outputs'].map(String) : []

/** What a list shows of a run. */
export const summaryOf = (run: Run): RunSummary => ({
  id: run.id,
  number: run.number,
  state: run.state,
  createdAt: run.createdAt,
  ...progressOf(run),
  engine: run.engine.id,
  seed: run.seed,
})

/** The manifest of a run that waits for its turn. `pid` tells a later start whether its process still lives. */
export const newRun = (project: Project, number: number, version: string): Run => ({
  format: 1,
  id: `run-${String(number).padStart(3, '0')}-${randomBytes(3).toString('hex')}`,
  number,
  state: 'queued',
  createdAt: new Date().toISOString(),
  document: project,
  seed: project.training.seed,
  engine: { id: project.training.engine, device: '' },
  versions: { layerloom: version, node: process.versions.node },
  data: [],
  pid: process.pid,
})

const isAlive = (pid: unknown): boolean => {
  if (typeof pid !== 'number') return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether a run is marked as under way although nothing works on it any more; ask only for runs this core does not work on. */
export const isAbandoned = (run: Run): boolean =>
  (run.state === 'queued' || run.state === 'running') && (run['pid'] === process.pid || !isAlive(run['pid']))
