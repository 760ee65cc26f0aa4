import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { pipelineSchema } from '../../../shared/pipeline.ts'
import { toProblem } from '../../../shared/problems.ts'
import { connectClient, serveHost, startCore, temporaryFolder } from '../core.test-support.ts'
import type { ClientHost } from '../core.ts'

const names = ['README.txt', 'layerloom.json', 'model.json', 'weights.bin']

const trained = async (host: ClientHost) => {
  const { core, appData } = await startCore()
  const { client } = connectClient(core, host)
  const { docId, project } = await client.openExample('credit-card')
  const { id } = await client.startRun(docId, {
    ...project,
    name: '카드/비율',
    training: { ...project.training, epochs: 2 },
  })
  for await (const _ of client.watchRun(docId, id));
  const run = await client.getRun(docId, id)
  const dir = join(appData, 'untitled', `${project.id}.runs`, id)
  return { client, docId, id, run, dir, appData }
}

const desktop = (folder: string | null): ClientHost => ({
  kind: 'desktop',
  pickFile: () => Promise.resolve(null),
  pickSave: () => Promise.resolve(null),
  pickFolder: () => Promise.resolve(folder),
  onOpenRequest: () => {},
})

describe('an export', () => {
  it('is a zip in the browser: the same bytes for the same run, with everything to use the model', async () => {
    const { client, docId, id } = await trained(serveHost(await temporaryFolder()))
    const first = await client.exportRun(docId, id, 'tfjs')
    const second = await client.exportRun(docId, id, 'tfjs')
    expect(first).toMatchObject({ name: '비율-1-tfjs.zip', proof: { rows: 10, largestDifference: 0 } })
    const [a, b] = await Promise.all([first, second].map((result) => readFile(result?.download ?? '')))
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true)
    const files = unzipSync(a ?? Buffer.alloc(0))
    expect(Object.keys(files).sort()).toEqual(names.map((name) => `비율-1-tfjs/${name}`))
    const text = Buffer.from(files['비율-1-tfjs/layerloom.json'] ?? []).toString()
    expect(pipelineSchema.parse(JSON.parse(text)).outputs[0]?.target.column).toBe('share')
  })

  it('goes into a new folder where the user chose one, beside earlier ones', async () => {
    const folder = await temporaryFolder()
    const { client, docId, id } = await trained(desktop(folder))
    await client.exportRun(docId, id, 'tfjs')
    const again = await client.exportRun(docId, id, 'tfjs')
    expect(again?.name).toBe(join(folder, '비율-1-tfjs (2)'))
    expect((await readdir(join(folder, '비율-1-tfjs'))).sort()).toEqual(names)
  })

  it('is nothing when the user cancelled', async () => {
    const { client, docId, id } = await trained(desktop(null))
    expect(await client.exportRun(docId, id, 'tfjs')).toBeNull()
  })

  it('is refused, and leaves nothing, when the written model answers otherwise than the run did', async () => {
    const folder = await temporaryFolder()
    const { client, docId, id, dir } = await trained(desktop(folder))
    const path = join(dir, 'model', 'weights.bin')
    const weights = await readFile(path)
    weights.writeFloatLE(weights.readFloatLE(weights.length - 4) + 0.01, weights.length - 4)
    await writeFile(path, weights)
    const problem = toProblem(await client.exportRun(docId, id, 'tfjs').catch((error: unknown) => error))
    expect(problem.code).toBe('exportUnverified')
    expect(await readdir(folder)).toEqual([])
  })
})
