import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { forgetUntitled, type Services } from './services.ts'

const day = 24 * 60 * 60_000
/** How long a page may take to come back for a document without edits. */
const patience = 30 * day

const isOlder = (time: number, age: number): boolean => Date.now() - time > age

/** Removes what earlier sessions left in the app's own folder and nobody can want: never edits, never runs. */
export async function tidy({ appData, journal, runs }: Services): Promise<void> {
  for (const record of await journal.list()) {
    if (record.touched || !isOlder(Date.parse(record.writtenAt), patience)) continue
    if (record.path === null && (await runs.list(record.runsDir)).length > 0) continue
    await journal.remove(record.docId)
    if (record.path === null) await forgetUntitled(appData, record.home)
  }
  const downloads = join(appData, 'downloads')
  for (const name of await readdir(downloads).catch(() => [])) {
    const path = join(downloads, name)
    const stats = await stat(path).catch(() => null)
    if (stats && isOlder(stats.mtimeMs, day)) await rm(path, { recursive: true, force: true })
  }
}
