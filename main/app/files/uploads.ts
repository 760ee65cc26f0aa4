import { createHash, randomUUID, type Hash } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, statfs, unlink } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { ProblemError } from '../../../shared/problems.ts'
import { pathBelow } from './containment.ts'
import { isMissing, writeProblem } from './fileProblem.ts'
import { hashFile } from './hashFile.ts'
import { freeName, safeName } from './safeName.ts'

/** Largest part of an upload, in bytes. */
export const partLimit = 4 * 2 ** 20
/** Largest upload, in bytes. */
const sizeLimit = 64 * 2 ** 30

interface Upload {
  readonly name: string
  readonly size: number
  readonly folder: string
  readonly temporary: string
  readonly file: FileHandle
  readonly hash: Hash
  received: number
  busy: boolean
}

/** Files on their way from one client into `<root>/<name>/data/`, or into the `data/` folder of a project. */
export interface Uploads {
  /** `home` is the folder of the project that the file is for. */
  begin(name: string, size: number, home?: string): Promise<string>
  /** Parts come in order, one at a time. */
  part(upload: string, offset: number, bytes: Uint8Array): Promise<void>
  /** The path of the whole file; when the folder has the same bytes under that name already, theirs. */
  end(upload: string): Promise<string>
  cancel(upload: string): Promise<void>
  /** Drops everything unfinished. */
  close(): Promise<void>
}

const sameBytes = async (path: string, sha256: string): Promise<boolean> =>
  hashFile(path).then(
    (found) => found === sha256,
    () => false,
  )

async function start(root: string, asked: string, size: number, home?: string): Promise<Upload> {
  const name = safeName(asked)
  const base = home ?? root
  await mkdir(base, { recursive: true })
  const folder = await pathBelow(base, home === undefined ? `${basename(name, extname(name))}/data` : 'data')
  await mkdir(folder, { recursive: true })
  const space = await statfs(folder)
  if (size > sizeLimit || size > space.bavail * space.bsize)
    throw new ProblemError('diskFull', { file: join(folder, name), cause: `${size} bytes` })
  const temporary = join(folder, `.${randomUUID()}.part`)
  const file = await open(temporary, 'wx')
  return { name, size, folder, temporary, file, hash: createHash('sha256'), received: 0, busy: false }
}

async function append(upload: Upload, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await upload.file.write(bytes, at)
    if (bytesWritten <= 0) throw Object.assign(new Error('short write'), { code: 'ENOSPC' })
    at += bytesWritten
  }
  upload.hash.update(bytes)
  upload.received += bytes.length
}

async function finish(upload: Upload): Promise<string> {
  await upload.file.sync()
  const { size } = await upload.file.stat()
  if (size !== upload.size) throw Object.assign(new Error('short file'), { code: 'EIO' })
  await upload.file.close()
  const wanted = join(upload.folder, upload.name)
  if (await sameBytes(wanted, upload.hash.digest('hex'))) {
    await unlink(upload.temporary)
    return wanted
  }
  const path = join(upload.folder, await freeName(upload.folder, upload.name))
  await rename(upload.temporary, path)
  return path
}

/** Takes uploads of one client below a root, which is made when first needed. */
export function createUploads(root: string): Uploads {
  const open = new Map<string, Upload>()
  const find = (id: string): Upload => {
    const upload = open.get(id)
    if (!upload) throw new ProblemError('handleUnknown')
    return upload
  }
  const drop = async (id: string): Promise<void> => {
    const upload = open.get(id)
    if (!upload) return
    open.delete(id)
    await upload.file.close().catch(() => {})
    await unlink(upload.temporary).catch((error: unknown) => {
      if (!isMissing(error)) throw writeProblem(error, upload.name)
    })
  }
  const guarded = async <R>(id: string, upload: Upload, work: () => Promise<R>): Promise<R> => {
    if (upload.busy) throw new ProblemError('badMessage', { method: 'uploadPart', at: 'order' })
    upload.busy = true
    try {
      return await work()
    } catch (error) {
      await drop(id)
      throw writeProblem(error, upload.name)
    } finally {
      upload.busy = false
    }
  }
  return {
    async begin(name, size, home) {
      const upload = await start(root, name, size, home).catch((error: unknown) => {
        throw writeProblem(error, name)
      })
      const id = randomUUID()
      open.set(id, upload)
      return id
    },
    async part(id, offset, bytes) {
      const upload = find(id)
      const fits = offset === upload.received && offset + bytes.length <= upload.size
      if (!fits || bytes.length > partLimit)
        throw new ProblemError('badMessage', { method: 'uploadPart', at: 'offset' })
      await guarded(id, upload, () => append(upload, bytes))
    },
    async end(id) {
      const upload = find(id)
      if (upload.received !== upload.size)
        throw new ProblemError('badMessage', { method: 'endUpload', at: 'size' })
      const path = await guarded(id, upload, () => finish(upload))
      open.delete(id)
      return path
    },
    cancel: drop,
    async close() {
      await Promise.all([...open.keys()].map(drop))
    },
  }
}
