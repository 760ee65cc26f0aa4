import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AppContract, PackEvent } from '../../../shared/contract.ts'
import { toProblem } from '../../../shared/problems.ts'
import type { Client } from '../../../shared/rpc.ts'
import type { ClientHost } from '../clientHost.ts'
import { connectClient, serveHost, startCore, temporaryFolder } from '../core.test-support.ts'

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  toProblem(await work.catch((error: unknown) => error)).code

/** Packs an example without runs; gives the last thing that is told. */
async function packExample(client: Client<AppContract>): Promise<PackEvent | undefined> {
  const { docId, project } = await client.openExample('xor-perceptron')
  let last: PackEvent | undefined
  for await (const event of client.packProject(docId, project, [])) last = event
  return last
}

const desktopHost = (folder: string | null, file: string | null): ClientHost => ({
  kind: 'desktop',
  pickFile: () => Promise.resolve(file),
  pickSave: () => Promise.resolve(file),
  pickFolder: () => Promise.resolve(folder),
  onOpenRequest: () => {},
})

async function sendPack(client: Client<AppContract>, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { upload } = await client.beginUpload('sent.loompack', bytes.length)
  await client.uploadPart(upload, 0, bytes)
  return (await client.endUpload(upload)).handle
}

describe('packs', () => {
  it('are downloaded and opened below the root in the browser, and leave no upload there', async () => {
    const { core, appData } = await startCore()
    const root = await temporaryFolder()
    const { client } = connectClient(core, serveHost(root))
    const done = await packExample(client)
    if (done?.kind !== 'done' || done.download === undefined) throw new Error('not packed')
    expect(done.name).toMatch(/\.loompack$/)
    const handle = await sendPack(client, new Uint8Array(await readFile(done.download)))
    expect(await readdir(root)).toEqual([])
    expect(await client.lookInPack(handle)).toMatchObject({ tables: 1, runs: 0 })
    expect(await codeOf(client.openPack(handle, '../elsewhere'))).toBe('outsideRoot')
    const opened = await client.openPack(handle, 'mine')
    const name = done.name.replace('.loompack', '')
    expect(opened?.place).toBe(`mine/${name}/${name}.loom`)
    expect(await readdir(join(root, 'mine', name))).toEqual(expect.arrayContaining(['data', `${name}.loom`]))
    const kept = await readdir(join(appData, 'downloads'), { recursive: true })
    expect(kept.filter((path) => path.endsWith('sent.loompack'))).toEqual([])
  })

  it('are written and unpacked where the user says on the desktop', async () => {
    const { core } = await startCore()
    const folder = await temporaryFolder()
    const file = join(folder, 'handed in')
    const { client } = connectClient(core, desktopHost(folder, file))
    expect(await packExample(client)).toMatchObject({ kind: 'done', name: 'handed in.loompack' })
    const { client: other } = connectClient(core, desktopHost(folder, `${file}.loompack`))
    const picked = await other.pickFile('project')
    const opened = await other.openPack(picked?.handle ?? '', '')
    expect(opened?.place?.startsWith(folder)).toBe(true)
    expect(await readdir(folder)).toContain('handed in.loompack')
  })

  it('are nothing when the user gave up choosing a place', async () => {
    const { core } = await startCore()
    const folder = await temporaryFolder()
    const { client } = connectClient(core, desktopHost(null, null))
    expect(await packExample(client)).toBeUndefined()
    const pack = join(folder, 'a.loompack')
    await writeFile(pack, 'no pack')
    const { client: other } = connectClient(core, desktopHost(null, pack))
    const picked = await other.pickFile('project')
    expect(await other.openPack(picked?.handle ?? '', '')).toBeNull()
    expect(await codeOf(other.lookInPack(picked?.handle ?? ''))).toBe('notAPack')
  })
})
