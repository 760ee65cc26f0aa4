import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Project } from '../../../shared/project.ts'
import { builtPaths } from '../builtPaths.ts'
import { connectClient, serveHost, startCore, temporaryFolder } from '../core.test-support.ts'
import { createDatasets } from '../datasets/datasets.ts'
import { trySteps } from './trySteps.ts'

const area = { kind: 'formula' as const, column: 'area', formula: 'width * height' }
const withSteps = (project: Project, file: string, steps: Project['data']['steps']): Project => ({
  ...project,
  data: { ...project.data, sources: [{ id: 'rooms', file }], steps },
})

it('tells what the steps of an open project do, by the columns that its files have', async () => {
  const root = await temporaryFolder()
  await mkdir(join(root, 'data'))
  await writeFile(join(root, 'data', 'rooms.csv'), 'width,height\n2,3\n4,\n5,6\n')
  const { core } = await startCore()
  const { client } = connectClient(core, serveHost(root))
  const { docId, project } = await client.newProject()
  const { file } = await client.addSource(docId, (await client.browse('data')).entries[0]?.handle ?? '')
  const ask = async (steps: Project['data']['steps']) => {
    for await (const report of client.trySteps(docId, withSteps(project, file, steps))) return report
    return null
  }
  expect(await ask([area, { kind: 'dropMissing', columns: ['area'] }])).toMatchObject({
    rows: { before: 3, after: 2 },
    outcomes: [
      { step: 1, missing: 1 },
      { step: 2, dropped: 1, left: 2 },
    ],
    columns: [{ name: 'area', type: 'number', distinct: 2, stepRows: 2 }],
  })
  // Nobody wrote down the columns of the file; they are read all the same.
  expect((await ask([{ ...area, formula: 'width * heigth' }]))?.problem).toEqual({
    code: 'formulaColumnMisspelt',
    values: { step: 1, at: 9, name: 'heigth', suggestion: 'height' },
  })
})

it('ends its thread as soon as nobody wants to know any more', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'rooms.csv'), `width,height\n${'1,2\n3,4\n'.repeat(300_000)}`)
  const datasets = createDatasets({ cacheDir: join(folder, 'cache') })
  const { client } = connectClient((await startCore()).core, serveHost(folder))
  const { project } = await client.newProject()
  const steps = withSteps(project, 'rooms.csv', [area, { kind: 'dropDuplicates' }])
  const allowed = { has: () => Promise.resolve(true), add: () => Promise.resolve() }
  const services = { datasets, allowed, workerPath: builtPaths().datasetWorker }
  const scope = { home: folder, chosen: new Set<string>(), root: folder }
  await datasets.open(join(folder, 'rooms.csv'))
  const stop = new AbortController()
  const asked = trySteps(services, scope, steps, stop.signal)
  setTimeout(() => stop.abort(), 50)
  await expect(asked).rejects.toMatchObject({ problem: { code: 'cancelled' } })
  const { rows } = await trySteps(services, scope, steps, new AbortController().signal)
  expect(rows).toEqual({ before: 600_000, after: 2 })
})
