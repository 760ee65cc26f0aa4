import type { OpenedProject } from '../../shared/contract.ts'
import { client } from '../client.ts'

const tries = 3
const pause = 400

/**
 * Opens again what this tab had open. The core may not have noticed yet that the tab's old line is gone, and then gives a
 * read-only copy: it is asked again a few times before that is believed.
 */
export async function reopenOwn(docId: string): Promise<OpenedProject> {
  for (let left = tries; ; left--) {
    const opened = await client.reopenProject(docId)
    if (opened.docId === docId || left === 1) return opened
    await client.closeProject(opened.docId)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
