import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createDeflateRaw } from 'node:zlib'
import { ProblemError } from '../../../../shared/problems.ts'
import { readProblem } from '../../files/fileProblem.ts'
import type { ZipFile } from '../../files/writeZip.ts'
import { packLimits } from './packFormat.ts'

/** How small a file becomes when it is packed quickly. */
async function packedSize(path: string, signal: AbortSignal | undefined): Promise<number> {
  let size = 0
  const packer = createReadStream(path, { signal }).pipe(createDeflateRaw({ level: 1 }))
  for await (const part of packer) size += (part as Buffer).length
  return size
}

/** Files that are packed already. */
const isPacked = (path: string): boolean => /\.(?:gz|zip)$/i.test(path)

/**
 * How tightly to pack a table. One that would shrink so much that the pack looked like a bomb is put in as it is, so that
 * every pack that is written can be opened. Throws read problems and `cancelled`.
 */
export async function packLevel(path: string, signal: AbortSignal | undefined): Promise<ZipFile['level']> {
  try {
    const { size } = await stat(path)
    if (isPacked(path)) return 0
    if (size <= packLimits.freeBytes) return 6
    return size > (await packedSize(path, signal)) * (packLimits.growth / 4) ? 0 : 4
  } catch (error) {
    throw signal?.aborted ? new ProblemError('cancelled') : readProblem(error, path)
  }
}
