import type { PickedFile } from '../../shared/contract.ts'
import { ProblemError } from '../../shared/problems.ts'
import { client } from '../client.ts'

const partSize = 4 * 2 ** 20

/**
 * Sends a file that the browser picked to the core, part by part: into the data folder of a document's project if one is
 * named. Rejects with `cancelled` when the signal aborts, and
 * then leaves nothing behind.
 */
export async function upload(
  file: File,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
  docId?: string,
): Promise<PickedFile> {
  const { upload: id } = await (docId === undefined
    ? client.beginUpload(file.name, file.size)
    : client.beginUpload(file.name, file.size, docId))
  try {
    for (let offset = 0; offset < file.size; offset += partSize) {
      if (signal.aborted) throw new ProblemError('cancelled')
      const part = await file.slice(offset, offset + partSize).arrayBuffer()
      await client.uploadPart(id, offset, new Uint8Array(part))
      onProgress(Math.min(file.size, offset + partSize))
    }
    if (signal.aborted) throw new ProblemError('cancelled')
    return await client.endUpload(id)
  } catch (error) {
    await client.cancelUpload(id).catch(() => undefined)
    throw error
  }
}
