import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Project } from '../../../shared/project.ts'
import type { SurveyEvent } from '../../../shared/survey.ts'
import { builtPaths } from '../builtPaths.ts'
import { connectClient, serveHost, startCore, temporaryFolder } from '../core.test-support.ts'
import { createDatasets } from '../datasets/datasets.ts'
import { surveyedProject } from './survey.test-support.ts'
import { createSurveys } from './surveys.ts'

const number = { kind: 'number', scale: 'standard', missing: 'median' }

/** A served project whose table has so many rows. */
const open = async (rows: number) => {
  const root = await temporaryFolder()
  const cells = Array.from({ length: rows }, (_, row) => `${(row * 7919) % 1009},${row % 9 ? 'no' : 'yes'}`)
  await mkdir(join(root, 'data'))
  await writeFile(join(root, 'data', 'table.csv'), `x,y\n${cells.join('\n')}\n`)
  const { core } = await startCore()
  const { client } = connectClient(core, serveHost(root))
  const { docId, project } = await client.newProject()
  const folder = await client.browse('data')
  const { file } = await client.addSource(docId, folder.entries[0]?.handle ?? '')
  const { nodes } = surveyedProject({
    cells: {},
    inputs: { x: number },
    target: { column: 'y', encoding: { kind: 'binary' } },
  })
  const ready: Project = { ...project, nodes, data: { ...project.data, sources: [{ id: 'data', file }] } }
  return { client, docId, ready }
}
const lastOf = async (events: AsyncIterable<SurveyEvent>) => {
  let last: SurveyEvent | undefined
  for await (const event of events) last = event
  return last?.kind === 'survey' ? last.survey : null
}

it('surveys an open project in a thread of its own, and knows the answer when asked again', async () => {
  const { client, docId, ready } = await open(100)
  const survey = await lastOf(client.surveyData(docId, ready))
  expect(survey?.parts).toEqual({ train: 70, validation: 15, test: 15, dropped: 0 })
  expect(survey?.warnings.map(({ problem }) => problem.code)).toEqual(['classImbalance'])
  expect(await lastOf(client.surveyData(docId, { ...ready, name: 'other' }))).toEqual(survey)
  const split = { ...ready.training.split, test: 0.5 }
  const other = await lastOf(client.surveyData(docId, { ...ready, training: { ...ready.training, split } }))
  expect(other?.parts.test).toBe(50)
})

it('says what is wrong with the data', async () => {
  const { client, docId, ready } = await open(100)
  const lost = { ...ready, data: { ...ready.data, sources: [{ id: 'data', file: 'gone.csv' }] } }
  await expect(lastOf(client.surveyData(docId, lost))).rejects.toMatchObject({
    problem: { code: 'fileNotFound' },
  })
})

it('ends its thread as soon as nobody wants to know any more', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'table.csv')
  await writeFile(file, `x,y\n${'1,no\n2,yes\n'.repeat(200_000)}`)
  const { dir, profile } = await createDatasets({ cacheDir: join(folder, 'cache') }).open(file)
  const surveys = createSurveys(builtPaths().datasetWorker)
  const project = surveyedProject({
    cells: {},
    inputs: { x: number },
    target: { column: 'y', encoding: { kind: 'binary' } },
  })
  const sources = [{ id: 'data', dir, rows: profile.rows, columns: profile.columns }]
  const stop = new AbortController()
  const asked = surveys.survey(project, sources, stop.signal, () => {})
  setTimeout(() => stop.abort(), 50)
  await expect(asked).rejects.toMatchObject({ problem: { code: 'cancelled' } })
  const again = await surveys.survey(project, sources, new AbortController().signal, () => {})
  expect(again.parts.train).toBe(280_000)
})
