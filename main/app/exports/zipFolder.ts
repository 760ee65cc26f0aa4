import { join } from 'node:path'
import { writeZip } from '../files/writeZip.ts'

/** Writes files of a folder into a zip, each below `top`. */
export const zipFolder = (
  folder: string,
  names: readonly string[],
  top: string,
  zipPath: string,
): Promise<void> =>
  writeZip(
    zipPath,
    names.map((name) => ({
      name: `${top}/${name}`,
      content: join(folder, name),
      // Weights hardly shrink.
      level: name.endsWith('.bin') ? 0 : 6,
    })),
  )
