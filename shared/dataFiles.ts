/** Endings of files that may be a table, or hold some: the pickers offer these, and other files after asking for all. */
export const tableEndings = ['csv', 'tsv', 'txt', 'tab', 'dat', 'data', 'gz', 'zip'] as const

/** The ending of a file's name in lower case, without the dot; empty when it has none. */
export const endingOf = (name: string): string => {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const dot = file.lastIndexOf('.')
  return dot > 0 ? file.slice(dot + 1).toLowerCase() : ''
}

/** Whether a file of this name may be a table, or hold some. */
export const isTableName = (name: string): boolean =>
  (tableEndings as readonly string[]).includes(endingOf(name))
