import { z } from 'zod'
import { copyFragment, fragmentParts } from '../../../shared/fragment.ts'
import { noteSchema, type Project } from '../../../shared/project.ts'

/** A piece of a graph on the clipboard, and notes. Untrusted when read back. */
export const clipSchema = z.object({
  layerloom: z.literal('clip'),
  ...fragmentParts,
  notes: z.record(z.string().min(1).max(200), noteSchema).default({}),
})
export type Clip = z.infer<typeof clipSchema>

/** These nodes and notes as a clip; null when there is none of them. */
export const copyNodes = (
  project: Project,
  ids: readonly string[],
  noteIds: readonly string[] = [],
): Clip | null => {
  const fragment = copyFragment(project, ids)
  const notes = Object.fromEntries(Object.entries(project.notes).filter(([id]) => noteIds.includes(id)))
  if (Object.keys(fragment.nodes).length + Object.keys(notes).length === 0) return null
  return { layerloom: 'clip', ...fragment, notes }
}
