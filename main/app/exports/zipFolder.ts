import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** Zips are the same for the same files: every entry has this time. */
const fixedTime = new Date(1980, 0, 1)
const partBytes = 1 << 20

async function addFile(zip: Zip, path: string, name: string, flush: () => Promise<void>): Promise<void> {
  // Weights hardly shrink.
  const entry = name.endsWith('.bin') ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
  entry.mtime = fixedTime
  zip.add(entry)
  const file = await open(path, 'r')
  try {
    const buffer = new Uint8Array(partBytes)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, partBytes)
      if (bytesRead === 0) break
      entry.push(buffer.slice(0, bytesRead))
      await flush()
    }
  } finally {
    await file.close()
  }
  entry.push(new Uint8Array(0), true)
}

/** Writes files of a folder into a zip, each below `top`, one megabyte at a time. */
export async function zipFolder(
  folder: string,
  names: readonly string[],
  top: string,
  zipPath: string,
): Promise<void> {
  const out = createWriteStream(zipPath, { flags: 'wx' })
  const failed = new Promise<never>((_, reject) => out.once('error', reject))
  failed.catch(() => {})
  const zip = new Zip((error, part, final) => {
    if (error) out.destroy(error)
    else out.write(part)
    if (final) out.end()
  })
  const flush = async () => {
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), failed])
  }
  for (const name of names) await addFile(zip, join(folder, name), `${top}/${name}`, flush)
  const finished = once(out, 'close')
  zip.end()
  await Promise.race([finished, failed])
}
