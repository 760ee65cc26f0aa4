import type { Source } from './project.ts'

/** The last part of a path as documents write it. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** What to call a source: its own name, else that of its file or of the table inside. */
export const sourceName = ({ name, file, entry }: Pick<Source, 'name' | 'file' | 'entry'>): string =>
  name ?? fileName(entry ?? file)
