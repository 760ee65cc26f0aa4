import { randomUUID } from 'node:crypto'
import { ProblemError } from '../../../shared/problems.ts'

/** What a handle stands for: a file the user chose, or an untitled project the core kept. */
type Handled =
  | {
      readonly kind: 'file'
      readonly path: string
      /** The system's dialog asked already whether an existing file may be replaced. */
      readonly mayReplace?: boolean
    }
  | { readonly kind: 'untitled'; readonly docId: string }

/** The opaque names one client has for files; they die with it. */
export interface Handles {
  give(what: Handled): string
  /** Throws `handleUnknown`. */
  take(handle: string): Handled
  /** The path of a chosen file. Throws `handleUnknown`. */
  path(handle: string): string
}

/** An empty set of handles for a new client. */
export function createHandles(): Handles {
  const byHandle = new Map<string, Handled>()
  const byKey = new Map<string, string>()
  const take = (handle: string): Handled => {
    const found = byHandle.get(handle)
    if (!found) throw new ProblemError('handleUnknown')
    return found
  }
  return {
    give(what) {
      const key = JSON.stringify(what)
      const handle = byKey.get(key) ?? randomUUID()
      byKey.set(key, handle)
      byHandle.set(handle, what)
      return handle
    },
    take,
    path(handle) {
      const found = take(handle)
      if (found.kind !== 'file') throw new ProblemError('handleUnknown')
      return found.path
    },
  }
}
