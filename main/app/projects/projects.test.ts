import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { newProject } from '../../../shared/newProject.ts'
import { serializeProject } from '../../../shared/openProject.ts'
import { toProblem } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import { connectClient, serveHost, startCore, temporaryFolder } from '../core.test-support.ts'

const setUp = async () => {
  const { core, appData } = await startCore()
  const root = await temporaryFolder()
  const again = () => connectClient(core, serveHost(root))
  return { core, appData, root, again, ...again() }
}
type SetUp = Awaited<ReturnType<typeof setUp>>

const put = async ({ root }: SetUp, name: string, project: Project = newProject('a')) =>
  writeFile(join(root, name), serializeProject(project))

const openByName = async (client: SetUp['client'], name: string) => {
  const { entries } = await client.browse('')
  const entry = entries.find((candidate) => candidate.name === name)
  return client.openProject(entry?.handle ?? '')
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  toProblem(await work.catch((e: unknown) => e)).code

const keep = { overwrite: false }
const overwrite = { overwrite: true }
const csv = 'x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n7,14\n8,16\n9,18\n10,20\n11,22\n12,24\n'

const withSource = (file: string): Project => ({
  ...newProject('a'),
  data: { sources: [{ id: 'data', file }], steps: [] },
})

const profileOf = async (stream: AsyncIterable<{ kind: string }>) => {
  const events = []
  for await (const event of stream) events.push(event)
  return events.at(-1)
}

describe('saving', () => {
  it('counts revisions and keeps the version before as .bak', async () => {
    const all = await setUp()
    await put(all, 'a.loom')
    const opened = await openByName(all.client, 'a.loom')
    const before = await readFile(join(all.root, 'a.loom'), 'utf8')
    const project = { ...opened.project, name: 'changed' }
    expect(await all.client.saveProject(opened.docId, project, opened.revision, keep)).toEqual({
      revision: 1,
    })
    expect(await readFile(join(all.root, 'a.loom.bak'), 'utf8')).toBe(before)
    expect(await readFile(join(all.root, 'a.loom'), 'utf8')).toBe(serializeProject(project))
  })

  it('refuses a stale revision and a file changed by another program, and overwrites when told to', async () => {
    const all = await setUp()
    await put(all, 'a.loom')
    const { docId, project, revision } = await openByName(all.client, 'a.loom')
    expect(await codeOf(all.client.saveProject(docId, project, revision + 1, keep))).toBe('changedElsewhere')
    await put(all, 'a.loom', { ...project, name: 'from elsewhere' })
    expect(await codeOf(all.client.saveProject(docId, project, revision, keep))).toBe('changedElsewhere')
    expect((await all.client.saveProject(docId, project, revision, overwrite)).revision).toBe(1)
    expect(await readFile(join(all.root, 'a.loom.bak'), 'utf8')).toContain('from elsewhere')
  })

  it('never replaces a good backup by a broken file', async () => {
    const all = await setUp()
    await put(all, 'a.loom')
    const { docId, project } = await openByName(all.client, 'a.loom')
    await all.client.saveProject(docId, { ...project, name: 'good' }, 0, keep)
    const good = await readFile(join(all.root, 'a.loom.bak'), 'utf8')
    await writeFile(join(all.root, 'a.loom'), '{"format": 1, "id"')
    await all.client.saveProject(docId, project, 1, overwrite)
    expect(await readFile(join(all.root, 'a.loom.bak'), 'utf8')).toBe(good)
  })

  it('asks before it replaces another file, and rewrites paths for the new place', async () => {
    const all = await setUp()
    await mkdir(join(all.root, 'deep'))
    await writeFile(join(all.root, 'table.csv'), csv)
    await put(all, 'a.loom', withSource('table.csv'))
    await put(all, 'deep/b.loom')
    const { docId, project } = await openByName(all.client, 'a.loom')
    const { handle } = await all.client.placeFile('deep', 'b.loom')
    expect(await codeOf(all.client.saveProjectAs(docId, project, handle, keep))).toBe('fileExists')
    const saved = await all.client.saveProjectAs(docId, project, handle, overwrite)
    expect(saved.project.data.sources[0]?.file).toBe('../table.csv')
    expect(await profileOf(all.client.readSource(docId, saved.project, 'data'))).toMatchObject({
      kind: 'profile',
    })
    const again = await openByName(all.again().client, 'a.loom')
    expect(again.project.data.sources[0]?.file).toBe('table.csv')
  })

  it('does not ask again what the system asked: a file chosen in its dialog may be replaced', async () => {
    const { core } = await startCore()
    const folder = await temporaryFolder()
    const path = join(folder, 'a.loom')
    await writeFile(path, serializeProject(newProject('old')))
    const { client } = connectClient(core, {
      kind: 'desktop',
      pickFile: () => Promise.resolve(null),
      pickSave: () => Promise.resolve(path),
      pickFolder: () => Promise.resolve(null),
      onOpenRequest: () => {},
    })
    const { docId, project } = await client.newProject()
    const picked = await client.pickSave('project', 'a.loom')
    const saved = await client.saveProjectAs(docId, project, picked?.handle ?? '', keep)
    expect(saved.place).toBe(path)
    expect(await readFile(`${path}.bak`, 'utf8')).toContain('"old"')
  })

  it('says which file and why when the place cannot be written', async () => {
    const all = await setUp()
    await put(all, 'a.loom')
    const { docId, project } = await openByName(all.client, 'a.loom')
    await rm(all.root, { recursive: true })
    const problem = toProblem(
      await all.client.saveProject(docId, project, 0, overwrite).catch((e: unknown) => e),
    )
    expect(problem).toMatchObject({
      code: 'writeFailed',
      values: { file: join(all.root, 'a.loom'), cause: 'ENOENT' },
    })
  })
})

describe('opening', () => {
  it('offers the backup of a broken project, which saves over it', async () => {
    const all = await setUp()
    await put(all, 'a.loom.bak', newProject('from the backup'))
    await writeFile(join(all.root, 'a.loom'), 'nothing of the kind')
    const problem = toProblem(await openByName(all.client, 'a.loom').catch((e: unknown) => e))
    expect(problem.code).toBe('notAProject')
    const opened = await all.client.openProject(String(problem.values?.['backup']))
    expect(opened).toMatchObject({ place: 'a.loom', edited: true, project: { name: 'from the backup' } })
    await all.client.saveProject(opened.docId, opened.project, opened.revision, keep)
    expect((await openByName(all.again().client, 'a.loom')).project.name).toBe('from the backup')
  })

  it('leaves a broken project without a backup as it is', async () => {
    const all = await setUp()
    await writeFile(join(all.root, 'a.loom'), '{')
    const problem = toProblem(await openByName(all.client, 'a.loom').catch((e: unknown) => e))
    expect(problem.code).toBe('notAProject')
    expect(problem.values).not.toHaveProperty('backup')
    expect(await readFile(join(all.root, 'a.loom'), 'utf8')).toBe('{')
  })

  it('gives a second client a read-only view until it takes over', async () => {
    const all = await setUp()
    await put(all, 'a.loom')
    const first = await openByName(all.client, 'a.loom')
    const { client } = all.again()
    const second = await openByName(client, 'a.loom')
    expect([first.readOnly, second.readOnly]).toEqual([false, true])
    expect(await codeOf(client.saveProject(second.docId, second.project, 0, keep))).toBe('openElsewhere')
    await client.saveProject(second.docId, second.project, 0, overwrite)
    expect(await codeOf(all.client.saveProject(first.docId, first.project, 0, keep))).toBe('openElsewhere')
  })

  it('knows a document by its client only', async () => {
    const all = await setUp()
    const { docId, project } = await all.client.newProject()
    const { client } = all.again()
    for (const call of [
      client.journalProject(docId, project),
      client.listRuns(docId),
      client.closeProject(docId),
    ])
      expect(await codeOf(call)).toBe('handleUnknown')
  })

  it('lists what was opened lately', async () => {
    const all = await setUp()
    await put(all, 'a.loom')
    await put(all, 'b.loom')
    await openByName(all.client, 'a.loom')
    await openByName(all.client, 'b.loom')
    await rm(join(all.root, 'a.loom'))
    expect((await all.client.listRecent()).map(({ name, place }) => [name, place])).toEqual([['b', 'b.loom']])
  })
})

describe('what a crash or a reload leaves', () => {
  it('comes back with its unsaved edits after the page was reloaded', async () => {
    const all = await setUp()
    await put(all, 'a.loom')
    const { docId, project } = await openByName(all.client, 'a.loom')
    await all.client.journalProject(docId, { ...project, name: 'edited' })
    all.channel.close()
    const { client } = all.again()
    await expect
      .poll(() => client.reopenProject(docId))
      .toMatchObject({ docId, edited: true, readOnly: false, place: 'a.loom', project: { name: 'edited' } })
    expect((await client.saveProject(docId, project, 0, keep)).revision).toBe(1)
  })

  it('comes back after the whole app was started anew, and is offered when the file is opened', async () => {
    const all = await setUp()
    await put(all, 'a.loom')
    const { docId, project } = await openByName(all.client, 'a.loom')
    await all.client.journalProject(docId, { ...project, name: 'edited' })
    await all.core.close()
    const { core } = await startCore(all.appData)
    const { client } = connectClient(core, serveHost(all.root))
    const offered = await openByName(client, 'a.loom')
    expect(offered).toMatchObject({ edited: false, project: { name: 'a' }, unsaved: { name: 'edited' } })
    await client.saveProject(offered.docId, { ...project, name: 'edited' }, offered.revision, keep)
    await client.closeProject(offered.docId)
    expect(await openByName(client, 'a.loom')).not.toHaveProperty('unsaved')
  })

  it('refuses to save old edits over a file that has become newer', async () => {
    const all = await setUp()
    await put(all, 'a.loom')
    const { docId, project } = await openByName(all.client, 'a.loom')
    await all.client.journalProject(docId, { ...project, name: 'edited' })
    all.channel.close()
    await put(all, 'a.loom', { ...project, name: 'newer' })
    const { client } = all.again()
    await expect.poll(() => client.reopenProject(docId)).toMatchObject({ readOnly: false })
    expect(await codeOf(client.saveProject(docId, project, 0, keep))).toBe('changedElsewhere')
  })

  it('lists an untitled project among the recent ones and opens it again with its data', async () => {
    const all = await setUp()
    const opened = await all.client.openExample('xor-mlp')
    await all.client.journalProject(opened.docId, { ...opened.project, name: 'my idea' })
    all.channel.close()
    const { client } = all.again()
    await expect.poll(() => client.listRecent()).toMatchObject([{ name: 'my idea', place: '' }])
    const [recent] = await client.listRecent()
    const again = await client.openProject(recent?.handle ?? '')
    expect(again).toMatchObject({ docId: opened.docId, place: null, project: { name: 'my idea' } })
    expect(await profileOf(client.readSource(again.docId, again.project, 'data'))).toMatchObject({
      kind: 'profile',
      profile: { rows: 4 },
    })
    await client.closeProject(again.docId)
    expect(await client.listRecent()).toEqual([])
  })

  it('gives a duplicated tab a read-only view', async () => {
    const all = await setUp()
    const opened = await all.client.newProject()
    const { client } = all.again()
    const copy = await client.reopenProject(opened.docId)
    expect(copy.readOnly).toBe(true)
    expect(copy.docId).not.toBe(opened.docId)
  })

  it.each(['../../secret', 'nothing', ''])('knows no document %j', async (docId) => {
    const all = await setUp()
    expect(['handleUnknown', 'badMessage']).toContain(await codeOf(all.client.reopenProject(docId)))
  })
})

const lastOf = async <T>(events: AsyncIterable<T>): Promise<T | undefined> => {
  let last: T | undefined
  for await (const event of events) last = event
  return last
}

describe('data files', () => {
  it('makes a project from an uploaded table, and copies the table beside it when saved elsewhere', async () => {
    const all = await setUp()
    const bytes = Buffer.from(csv)
    const { upload } = await all.client.beginUpload('line.csv', bytes.length)
    await all.client.uploadPart(upload, 0, new Uint8Array(bytes))
    const { handle } = await all.client.endUpload(upload)
    expect((await all.client.previewTable(handle, {})).rows).toHaveLength(12)
    const opened = await all.client.newFromTable({ name: 'line', file: handle, targets: [{ column: 'y' }] })
    expect(await all.client.sourceRows(opened.docId, 'data', { filters: [] }, 2, 2)).toEqual({
      rows: [
        ['3', '6'],
        ['4', '8'],
      ],
      numbers: [2, 3],
    })
    const first = await all.client.previewSource(opened.docId, opened.project, 'data')
    expect(first.rows[11]).toEqual(['12', '24'])
    const view = { filters: [], sort: { column: 'y', descending: true } }
    const ready = await lastOf(all.client.viewSource(opened.docId, 'data', view))
    expect(ready).toEqual({ kind: 'ready', rows: 12, left: [] })
    expect(await all.client.placeOfRow(opened.docId, 'data', view, 11)).toBe(0)
    const query = { text: '18', row: -1, column: -1, backwards: false }
    const found = await lastOf(all.client.findInSource(opened.docId, 'data', view, query))
    expect(found).toEqual({ kind: 'found', match: { row: 3, column: 1, index: 1 }, count: 1 })
    const place = await all.client.placeFile('elsewhere', 'line')
    const saved = await all.client.saveProjectAs(opened.docId, opened.project, place.handle, keep)
    expect(saved).toMatchObject({ place: 'elsewhere/line.loom', runsPlace: 'elsewhere/line.runs' })
    expect(saved.project.data.sources[0]?.file).toBe('data/line.csv')
    expect(await readFile(join(all.root, 'elsewhere/data/line.csv'), 'utf8')).toBe(csv)
    const { rows } = await all.client.sourceRows(opened.docId, 'data', { filters: [] }, 0, 1)
    expect(rows).toEqual([['1', '2']])
  })

  it('stops reading a file when its reader leaves, and keeps nothing of it', async () => {
    const all = await setUp()
    const line = '123.5,456.25,789\n'
    await writeFile(join(all.root, 'long.csv'), Buffer.alloc(line.length * 3_000_000, line))
    const project = withSource('long.csv')
    await put(all, 'a.loom', project)
    const { docId } = await openByName(all.client, 'a.loom')
    const events = all.client.readSource(docId, project, 'data')[Symbol.asyncIterator]()
    expect((await events.next()).value).toMatchObject({ kind: 'progress' })
    const next = events.next()
    await events.return?.()
    expect((await next).done).toBe(true)
    // The worker notes what it has read whole: this file it never had.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await readdir(join(all.appData, 'cache')).catch(() => [])).toEqual([])
  })

  it('lists the tables in a zip, and reads the one a project names', async () => {
    const all = await setUp()
    const tables = { 'a.csv': strToU8('u\n1\n2\n'), 'b.csv': strToU8(csv) }
    await writeFile(join(all.root, 'two.zip'), zipSync(tables))
    const { entries } = await all.client.browse('')
    const handle = entries.find(({ name }) => name === 'two.zip')?.handle ?? ''
    expect(await all.client.listEntries(handle)).toEqual([
      { name: 'a.csv', bytes: 6 },
      { name: 'b.csv', bytes: csv.length },
    ])
    expect((await all.client.previewTable(handle, {}, 'b.csv')).rows).toHaveLength(12)
    expect(await codeOf(all.client.previewTable(handle, {}))).toBe('entryNeeded')
    const project = {
      ...newProject('a'),
      data: { sources: [{ id: 'data', file: 'two.zip', entry: 'b.csv' }], steps: [] },
    }
    await put(all, 'a.loom', project)
    const { docId } = await openByName(all.client, 'a.loom')
    expect(await lastOf(all.client.readSource(docId, project, 'data'))).toMatchObject({
      kind: 'profile',
      profile: { rows: 12, bytes: csv.length },
    })
    expect((await all.client.sourceRows(docId, 'data', { filters: [] }, 11, 1)).rows).toEqual([['12', '24']])
    expect((await all.client.previewSource(docId, project, 'data')).rows).toHaveLength(12)
  })

  it('reads no file outside the root in serve mode, allowed or not', async () => {
    const all = await setUp()
    const other = await temporaryFolder()
    await writeFile(join(other, 'secret.csv'), csv)
    for (const file of [
      join(other, 'secret.csv'),
      '/dev/zero',
      '//server/share/a.csv',
      '../../../../etc/passwd',
    ]) {
      const project = withSource(file)
      await put(all, 'a.loom', project)
      const { docId } = await openByName(all.client, 'a.loom')
      expect(await codeOf(profileOf(all.client.readSource(docId, project, 'data')))).toBe('outsideRoot')
      expect(await codeOf(all.client.allowSource(docId, project, 'data'))).toBe('outsideRoot')
      expect(await codeOf(all.client.startRun(docId, project))).toBe('outsideRoot')
      await all.client.closeProject(docId)
    }
  })

  it('asks once before a project on the desktop reads a file outside its folder, and again when it changed', async () => {
    const { core } = await startCore()
    const folder = await temporaryFolder()
    const other = await temporaryFolder()
    await writeFile(join(other, 'table.csv'), csv)
    await writeFile(join(folder, 'a.loom'), serializeProject(withSource(join(other, 'table.csv'))))
    const { client } = connectClient(core, {
      kind: 'desktop',
      pickFile: () => Promise.resolve(join(folder, 'a.loom')),
      pickSave: () => Promise.resolve(null),
      pickFolder: () => Promise.resolve(null),
      onOpenRequest: () => {},
    })
    const picked = await client.pickFile('project')
    const { docId, project } = await client.openProject(picked?.handle ?? '')
    const read = () => profileOf(client.readSource(docId, project, 'data'))
    expect(await codeOf(read())).toBe('sourceOutside')
    await client.allowSource(docId, project, 'data')
    expect(await read()).toMatchObject({ kind: 'profile' })
    await writeFile(join(other, 'table.csv'), `${csv}13,26\n`)
    expect(await codeOf(read())).toBe('sourceOutside')
  })

  it('names the missing file', async () => {
    const all = await setUp()
    await put(all, 'a.loom', withSource('gone.csv'))
    const { docId, project } = await openByName(all.client, 'a.loom')
    const problem = toProblem(await all.client.startRun(docId, project).catch((e: unknown) => e))
    expect(problem).toEqual({ code: 'fileNotFound', values: { file: 'gone.csv' } })
  })
})
