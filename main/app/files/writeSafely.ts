import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeProblem } from './fileProblem.ts'
import { diskFileSystem, type FileSystem, type OpenFile } from './fileSystem.ts'

/** Bytes to write: all at once, or in parts. */
type Content = Uint8Array | AsyncIterable<Uint8Array>

const writeAll = async (file: OpenFile, content: Content): Promise<number> => {
  let total = 0
  for await (const part of content instanceof Uint8Array ? [content] : content) {
    for (let at = 0; at < part.length; ) {
      const { bytesWritten } = await file.write(part, at, part.length - at)
      if (bytesWritten <= 0) throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
      at += bytesWritten
    }
    total += part.length
  }
  return total
}

const writeWhole = async (fs: FileSystem, path: string, content: Content): Promise<void> => {
  const file = await fs.open(path, 'wx')
  try {
    const written = await writeAll(file, content)
    await file.sync()
    const { size } = await file.stat()
    if (size !== written) throw Object.assign(new Error('short file'), { code: 'EIO' })
  } catch (error) {
    await file.close().catch(() => {})
    throw error
  }
  await file.close()
}

/** The same bytes under a second name: a link where the file system has them, else a copy as safe as any write. */
const duplicate = async (fs: FileSystem, from: string, to: string): Promise<void> => {
  await fs.link(from, to).catch((error: NodeJS.ErrnoException) => {
    const unsupported = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EXDEV', 'EACCES', 'EINVAL']
    if (!unsupported.includes(error.code ?? '')) throw error
    return writeWhole(fs, to, createReadStream(from))
  })
}

const syncFolder = async (fs: FileSystem, path: string): Promise<void> => {
  // Windows has no folder handles to sync; its rename is already durable enough.
  if (process.platform === 'win32') return
  const folder = await fs.open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export interface WriteOptions {
  /** Keeps what `path` held until now as `path.bak`. Ask for it only when that is known to be good. */
  readonly backup?: boolean
  readonly fs?: FileSystem
}

/**
 * The only writer of user files. Whatever fails or is killed at any step, `path` holds its old or its new bytes whole:
 * a temporary file in the same folder is written to the last byte, synced, checked for size and renamed over it, then the
 * folder is synced. The folder must exist. Throws `diskFull` or `writeFailed` with `path` and `cause`.
 */
export async function writeSafely(
  path: string,
  content: Content | string,
  { backup = false, fs = diskFileSystem }: WriteOptions = {},
): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const stem = join(dirname(path), `.${randomUUID()}`)
  const temporary = `${stem}.tmp`
  const kept = `${stem}.bak.tmp`
  try {
    await writeWhole(fs, temporary, bytes)
    if (backup) {
      await duplicate(fs, path, kept)
      await fs.rename(kept, `${path}.bak`)
    }
    await fs.rename(temporary, path)
    await syncFolder(fs, dirname(path))
  } catch (error) {
    await fs.unlink(temporary).catch(() => {})
    if (backup) await fs.unlink(kept).catch(() => {})
    throw writeProblem(error, path)
  }
}

/** Copies a file with the same promises as `writeSafely`. */
export const copySafely = (from: string, to: string): Promise<void> =>
  writeSafely(to, createReadStream(from, { highWaterMark: 1 << 20 }))
