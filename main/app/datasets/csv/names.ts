/** Column names from header cells: trimmed, in NFC, never empty, never twice; `width` columns in all. */
export const columnNames = (header: readonly string[], width: number): readonly string[] => {
  const names: string[] = []
  const taken = new Set<string>()
  const given = new Set(header.map(cleanName))
  for (let column = 0; column < width; column++) {
    const name = cleanName(header[column] ?? '') || `column_${column + 1}`
    const own = taken.has(name) ? freeName(name, (other) => taken.has(other) || given.has(other)) : name
    taken.add(own)
    names.push(own)
  }
  return names
}

const cleanName = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim()

const freeName = (name: string, isTaken: (name: string) => boolean): string => {
  for (let count = 2; ; count++) if (!isTaken(`${name}_${count}`)) return `${name}_${count}`
}
