/** JSON text that diffs well: indented by two, but a list or object of plain values stands on one line where it fits. −0 keeps its sign. */
export const printJson = (value: unknown, width: number): string => print(value, '', width)

const print = (value: unknown, indent: string, width: number): string => {
  if (Object.is(value, -0)) return '-0'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const isList = Array.isArray(value)
  const entries: [string, unknown][] = isList
    ? value.map((item) => ['', item])
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [`${JSON.stringify(key)}: `, item])
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (entries.length === 0) return open + close
  if (entries.every(([, item]) => typeof item !== 'object' || item === null)) {
    const inner = entries.map(([key, item]) => key + print(item, '', width)).join(', ')
    const line = isList ? `[${inner}]` : `{ ${inner} }`
    if (indent.length + line.length <= width) return line
  }
  const deeper = `${indent}  `
  const lines = entries.map(([key, item]) => `${deeper}${key}${print(item, deeper, width)}`)
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`
}
