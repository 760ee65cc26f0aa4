import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** What kind of archive a file is by its first bytes; null when it is none, or can't be read. */
export const archiveKind = (file: string): 'zip' | 'gzip' | null => {
  try {
    if (!statSync(file).isFile()) return null
    const fd = openSync(file, 'r')
    try {
      const head = Buffer.alloc(4)
      readSync(fd, head, 0, 4, 0)
      if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
      const mark = head.toString('latin1')
      return mark === 'PK\u0003\u0004' || mark === 'PK\u0005\u0006' ? 'zip' : null
    } finally {
      closeSync(fd)
    }
  } catch {
    return null
  }
}
