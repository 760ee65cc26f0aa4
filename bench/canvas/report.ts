import os from 'node:os'

/** The middle one of some figures. */
export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN

/** What a figure has to reach. */
export interface Bar {
  readonly is: 'atMost' | 'atLeast'
  readonly limit: number
}

const digits = (value: number) => value.toFixed(value < 100 ? 1 : 0)

/** Prints a figure's median, its range, and whether it reaches its bar. Returns whether it does. */
export function report(name: string, unit: string, values: readonly number[], bar?: Bar): boolean {
  const middle = median(values)
  const range = `${digits(Math.min(...values))} to ${digits(Math.max(...values))} of ${values.length}`
  const isMet = !bar || (bar.is === 'atMost' ? middle <= bar.limit : middle >= bar.limit)
  const wanted = bar && `${bar.is === 'atMost' ? '≤' : '≥'} ${bar.limit}: ${isMet ? 'met' : 'MISSED'}`
  process.stdout.write(`${name}: ${digits(middle)} ${unit} (${range})${wanted ? `, ${wanted}` : ''}\n`)
  return isMet
}

/** Says how busy the machine is besides. */
export function reportLoad(): void {
  const [minute = 0] = os.loadavg()
  const cores = os.availableParallelism()
  process.stdout.write(`load ${minute.toFixed(1)} on ${cores} cores\n`)
}
