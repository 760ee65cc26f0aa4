import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readProblem } from './fileProblem.ts'

/** SHA-256 of some bytes, in hex. */
export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of a file, in hex, without holding it in memory. Throws read problems. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1 << 20, signal }))
      hash.update(part as Buffer)
  } catch (error) {
    throw readProblem(error, path)
  }
  return hash.digest('hex')
}
