import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunEvent } from '../../shared/contract.ts'
import { connectClient, serveHost, startCore, temporaryFolder } from './core.test-support.ts'

const setUp = async () => {
  const { core, appData } = await startCore()
  const root = await temporaryFolder()
  return { core, appData, root, ...connectClient(core, serveHost(root)) }
}

describe('the core', () => {
  it('opens an example, trains it, follows it, saves it with its run, and exports it', async () => {
    const { client, root } = await setUp()
    const [first] = await client.listExamples()
    const opened = await client.openExample(first?.id ?? '')
    expect(opened.place).toBeNull()
    const project = { ...opened.project, training: { ...opened.project.training, epochs: 3 } }
    const started = await client.startRun(opened.docId, project)
    const events: RunEvent[] = []
    for await (const event of client.watchRun(opened.docId, started.id)) events.push(event)
    const run = await client.getRun(opened.docId, started.id)
    expect(run.problem).toBeUndefined()
    expect(run.state).toBe('done')
    expect(events[0]).toMatchObject({ kind: 'state' })
    expect(events.at(-1)).toEqual({ kind: 'state', state: 'done' })
    const series = await client.runSeries(opened.docId, started.id)
    expect(series.epochs).toHaveLength(3)
    expect(series.steps.length).toBe(
      (series.outputs.length + 2) * 3 * Math.ceil((run.result?.rows.train ?? 0) / 32),
    )

    const rows = run.result?.predictions.map((row) => row.inputs) ?? []
    const answers = await client.predict(opened.docId, started.id, rows)
    expect(answers).toHaveLength(rows.length)

    const { handle } = await client.placeFile('', 'mine.loom')
    const saved = await client.saveProjectAs(opened.docId, project, handle, { overwrite: false })
    expect(saved.place).toBe('mine.loom')
    expect(saved.runsPlace).toBe('mine.runs')
    await access(join(root, 'data', 'creditcard.csv'))
    expect((await client.listRuns(saved.docId)).map(({ id }) => id)).toEqual([started.id])

    const exported = await client.exportRun(saved.docId, started.id, 'tfjs')
    expect(exported?.proof).toEqual({ rows: rows.length, largestDifference: 0 })
    const zip = await readFile(exported?.download ?? '')
    expect(zip.subarray(0, 2).toString()).toBe('PK')
    const again = await client.startRun(saved.docId, saved.project)
    await client.stopRun(saved.docId, again.id)
    for await (const _ of client.watchRun(saved.docId, again.id));
    expect((await client.listRuns(saved.docId)).map(({ state }) => state)).toEqual(['done', 'stopped'])
  })
})
