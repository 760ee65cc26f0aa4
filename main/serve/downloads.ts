import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'

/** Files that may be fetched once each. */
export interface Downloads {
  /** The address of a file; it is deleted after an hour or once taken. */
  offer(name: string, path: string): string
  /** The file of an address, which is used up. */
  take(id: string): { readonly name: string; readonly path: string } | null
  /** Deletes what nobody fetched. */
  close(): Promise<void>
}

const lifetime = 60 * 60_000

/** Nothing to fetch yet. */
export function createDownloads(): Downloads {
  const offered = new Map<string, { name: string; path: string; timer: NodeJS.Timeout }>()
  const take = (id: string) => {
    const found = offered.get(id)
    if (!found) return null
    clearTimeout(found.timer)
    offered.delete(id)
    return found
  }
  const drop = async (id: string): Promise<void> => {
    const found = take(id)
    if (found) await rm(found.path, { force: true })
  }
  return {
    offer(name, path) {
      const id = randomBytes(32).toString('base64url')
      const timer = setTimeout(() => void drop(id), lifetime)
      timer.unref()
      offered.set(id, { name, path, timer })
      return `/download/${id}`
    },
    take,
    async close() {
      await Promise.all([...offered.keys()].map(drop))
    },
  }
}
