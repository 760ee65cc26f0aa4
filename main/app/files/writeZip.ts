import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { ProblemError } from '../../../shared/problems.ts'

/** Zips are the same for the same files: every entry has this time. */
const fixedTime = new Date(1980, 0, 1)
const partBytes = 1 << 20

/** A file for a zip. */
export interface ZipFile {
  /** In the zip, with / between folders. */
  readonly name: string
  /** A file on the disk by its path, or the bytes themselves. */
  readonly content: string | Uint8Array
  /** 0 keeps the bytes as they are, 9 makes them as small as can be. */
  readonly level: 0 | 4 | 6
}

interface ZipOptions {
  readonly signal?: AbortSignal | undefined
  /** Told of every part of a file before it is packed. */
  readonly onPart?: ((name: string, part: Uint8Array) => void) | undefined
}

const partsOf = (content: ZipFile['content']): AsyncIterable<Uint8Array> | readonly Uint8Array[] =>
  typeof content === 'string' ? createReadStream(content, { highWaterMark: partBytes }) : [content]

/**
 * Writes files into a new zip, one megabyte at a time; what is given lazily is asked for when the files before it are
 * written. Rejects with what reading or writing throws, `cancelled` when the signal aborts, and leaves a torn zip behind then.
 */
export async function writeZip(
  path: string,
  files: Iterable<ZipFile>,
  { signal, onPart }: ZipOptions = {},
): Promise<void> {
  const out = createWriteStream(path, { flags: 'wx' })
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
  try {
    for (const { name, content, level } of files) {
      const entry = level === 0 ? new ZipPassThrough(name) : new ZipDeflate(name, { level })
      entry.mtime = fixedTime
      zip.add(entry)
      for await (const part of partsOf(content)) {
        if (signal?.aborted) throw new ProblemError('cancelled')
        onPart?.(name, part)
        // The packer keeps what it is given; a stream's part is its own.
        entry.push(new Uint8Array(part))
        await flush()
      }
      entry.push(new Uint8Array(0), true)
    }
  } catch (error) {
    zip.terminate()
    out.destroy()
    throw error
  }
  const finished = once(out, 'close')
  zip.end()
  await Promise.race([finished, failed])
}
