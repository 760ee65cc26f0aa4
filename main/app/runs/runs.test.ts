import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunEvent } from '../../../shared/contract.ts'
import { toProblem } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import { connectClient, serveHost, startCore, temporaryFolder } from '../core.test-support.ts'
import type { ForkEngine } from '../engines/engineHost.ts'
import { forkHost } from '../engines/forkHost.ts'

/** Starts engines and remembers their process ids, so that a test can kill one from outside. */
const watchedFork = () => {
  const pids: number[] = []
  const fork: ForkEngine = (path) => {
    const host = forkHost(path)
    if (host.pid !== undefined) pids.push(host.pid)
    return host
  }
  return { pids, fork }
}

const setUp = async () => {
  const { pids, fork } = watchedFork()
  const root = await temporaryFolder()
  const { core, appData } = await startCore(undefined, fork)
  const { client } = connectClient(core, serveHost(root))
  const opened = await client.openExample('credit-card')
  const withEpochs = (epochs: number): Project => ({
    ...opened.project,
    training: { ...opened.project.training, epochs, callbacks: [] },
  })
  return { core, pids, appData, root, client, docId: opened.docId, withEpochs }
}
type SetUp = Awaited<ReturnType<typeof setUp>>

const follow = async ({ client, docId }: SetUp, runId: string, until?: (event: RunEvent) => boolean) => {
  const events: RunEvent[] = []
  for await (const event of client.watchRun(docId, runId)) {
    events.push(event)
    if (until?.(event)) break
  }
  return events
}
const isSteps = (event: RunEvent) => event.kind === 'training' && event.event.kind === 'steps'
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  toProblem(await work.catch((e: unknown) => e)).code

describe('runs', () => {
  it('survive the death of the training process as interrupted, and the next run works', async () => {
    const all = await setUp()
    const { client, docId, pids } = all
    const { id } = await client.startRun(docId, all.withEpochs(100_000))
    await follow(all, id, isSteps)
    process.kill(pids.at(-1) ?? 0, 'SIGKILL')
    const events = await follow(all, id)
    expect(events.at(-1)).toEqual({ kind: 'state', state: 'interrupted', problem: { code: 'engineDied' } })
    const run = await client.getRun(docId, id)
    expect(run).toMatchObject({ state: 'interrupted', problem: { code: 'engineDied' } })
    expect((await client.runSeries(docId, id)).steps.length).toBeGreaterThan(0)
    const next = await client.startRun(docId, all.withEpochs(2))
    expect((await follow(all, next.id)).at(-1)).toEqual({ kind: 'state', state: 'done' })
    expect((await client.listRuns(docId)).map(({ number, state }) => [number, state])).toEqual([
      [1, 'interrupted'],
      [2, 'done'],
    ])
  })

  it('stop early and keep what was learned', async () => {
    const all = await setUp()
    const { client, docId } = all
    const { id } = await client.startRun(docId, all.withEpochs(100_000))
    await follow(all, id, isSteps)
    await client.stopRun(docId, id)
    expect((await follow(all, id)).at(-1)).toEqual({ kind: 'state', state: 'stopped' })
    const run = await client.getRun(docId, id)
    expect(run.result?.predictions.length).toBe(10)
    expect((await client.listRuns(docId))[0]?.epochs).toBeGreaterThan(0)
  })

  it('wait for one another, in order; one that waits can be taken back', async () => {
    const all = await setUp()
    const { client, docId } = all
    const first = await client.startRun(docId, all.withEpochs(100_000))
    const second = await client.startRun(docId, all.withEpochs(2))
    const third = await client.startRun(docId, all.withEpochs(2))
    await follow(all, first.id, isSteps)
    expect((await client.listRuns(docId)).map(({ state }) => state)).toEqual(['running', 'queued', 'queued'])
    expect(await codeOf(client.deleteRun(docId, first.id))).toBe('busy')
    await client.stopRun(docId, second.id)
    await client.stopRun(docId, first.id)
    await follow(all, third.id)
    expect((await client.listRuns(docId)).map(({ state }) => state)).toEqual(['stopped', 'stopped', 'done'])
    expect(await codeOf(client.exportRun(docId, second.id, 'tfjs'))).toBe('runNotFinished')
    await client.deleteRun(docId, second.id)
    expect((await client.listRuns(docId)).map(({ id }) => id)).toEqual([first.id, third.id])
    expect(await codeOf(client.getRun(docId, second.id))).toBe('runNotFound')
  })

  it('are interrupted by the end of the app, and shown so by the next start', async () => {
    const all = await setUp()
    const { client, docId, core, appData } = all
    const { id } = await client.startRun(docId, all.withEpochs(100_000))
    await follow(all, id, isSteps)
    await core.close()
    const again = await startCore(appData)
    const next = connectClient(again.core, serveHost(all.root))
    await next.client.reopenProject(docId)
    expect(await next.client.listRuns(docId)).toMatchObject([{ id, state: 'interrupted' }])
  })

  it('that a dead app left as running are marked interrupted when listed', async () => {
    const all = await setUp()
    const { client, docId, appData } = all
    const { id } = await client.startRun(docId, all.withEpochs(2))
    await follow(all, id)
    const { id: project } = (await client.getRun(docId, id)).document
    const path = join(appData, 'untitled', `${project}.runs`, id, 'run.json')
    const run = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    await writeFile(path, JSON.stringify({ ...run, state: 'running', result: undefined, pid: 2 ** 22 + 1 }))
    expect((await client.listRuns(docId))[0]).toMatchObject({ state: 'interrupted', epochs: 2 })
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ state: 'interrupted' })
  })

  it('keep an untitled project among the recent ones, closed or not', async () => {
    const all = await setUp()
    const { id } = await all.client.startRun(all.docId, all.withEpochs(2))
    await follow(all, id)
    await all.client.closeProject(all.docId)
    const [recent] = await all.client.listRecent()
    const again = await all.client.openProject(recent?.handle ?? '')
    expect(again).toMatchObject({ docId: all.docId, place: null })
    expect(await all.client.listRuns(again.docId)).toMatchObject([{ id, state: 'done' }])
  })

  it('that cannot train fail with the reason', async () => {
    const all = await setUp()
    const { client, docId } = all
    const project = all.withEpochs(2)
    const broken = { ...project, edges: [] }
    const { id } = await client.startRun(docId, broken)
    const last = (await follow(all, id)).at(-1)
    expect(last).toMatchObject({ kind: 'state', state: 'failed' })
    expect(last).not.toMatchObject({ problem: { code: 'internal' } })
  })

  it('move along when an untitled project is saved while one trains', async () => {
    const all = await setUp()
    const { client, docId } = all
    const first = await client.startRun(docId, all.withEpochs(2))
    await follow(all, first.id)
    const second = await client.startRun(docId, all.withEpochs(100_000))
    await follow(all, second.id, isSteps)
    const { handle } = await client.placeFile('', 'saved')
    await client.saveProjectAs(docId, all.withEpochs(2), handle, { overwrite: false })
    expect((await client.listRuns(docId)).map(({ state }) => state)).toEqual(['done', 'running'])
    await client.stopRun(docId, second.id)
    await follow(all, second.id)
    expect((await client.listRuns(docId)).map(({ state }) => state)).toEqual(['done', 'stopped'])
    await readFile(join(all.root, 'saved.runs', second.id, 'model', 'model.json'))
  })

  it.each(['..', '../x', 'a/b', '', '.'])('know no run %j', async (runId) => {
    const { client, docId } = await setUp()
    expect(['runNotFound', 'badMessage']).toContain(await codeOf(client.getRun(docId, runId)))
  })
})
