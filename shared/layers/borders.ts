import type { Words } from '../words.ts'
import type { Inferred, InputsByPort, KerasLayer } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt } from './shapes.ts'

const sides = [
  { en: 'Start', ko: '앞' },
  { en: 'End', ko: '뒤' },
] as const
const edges = [
  { en: 'Top', ko: '위' },
  { en: 'Bottom', ko: '아래' },
  { en: 'Left', ko: '왼쪽' },
  { en: 'Right', ko: '오른쪽' },
] as const
const depth = [
  { en: 'Front', ko: '앞' },
  { en: 'Back', ko: '뒤' },
] as const

/** Names of both ends of each axis, for a border along 1, 2 or 3 axes. */
const parts = { 1: sides, 2: edges, 3: [...depth, ...edges] } as const

/** A border's width at both ends of each axis, at first the same everywhere. */
export const borderParam = (axes: 1 | 2 | 3, width: number, label: Words, help: Words) =>
  ({
    kind: 'tuple',
    default: Array.from({ length: 2 * axes }, () => width),
    parts: parts[axes],
    min: 0,
    max: 100_000,
    label,
    help,
  }) as const

const pairs = (border: readonly number[]) =>
  Array.from({ length: border.length / 2 }, (_, axis) => border.slice(2 * axis, 2 * axis + 2))

/** A border as Keras writes it: a pair for one axis, a list of pairs for several. */
export const kerasBorder = (border: readonly number[]): readonly unknown[] =>
  border.length === 2 ? border : pairs(border)

/** A border as a flat list from any of Keras' forms: one number for all, one or a pair for each axis. */
export const readBorder = (value: unknown, axes: number): unknown => {
  const both = (one: unknown): readonly unknown[] => (Array.isArray(one) ? one : [one, one])
  if (!Array.isArray(value)) return Array.from({ length: axes }, () => both(value)).flat()
  return axes === 1 ? value : value.flatMap(both)
}

/** `fromKeras` of a layer whose one parameter is a border. */
export const borderFromKeras =
  (name: string, axes: number) =>
  (config: KerasLayer['config']): Readonly<Record<string, unknown>> => ({
    [name]: name in config ? readBorder(config[name], axes) : undefined,
  })

/** [...places, channels] with each axis of places made longer (`sign` 1) or shorter (−1) by its border. */
export const inferBorder = (inputs: InputsByPort, border: readonly number[], sign: 1 | -1): Inferred => {
  const spec = tensorAt(inputs)
  const axes = border.length / 2
  const problem = firstProblem(floatProblem(spec), rankProblem(spec, axes + 1))
  if (problem) return { problem }
  const widths = pairs(border).map(([before = 0, after = 0]) => before + after)
  const sizes = widths.map((width, axis) => {
    const size = spec.shape[axis] ?? null
    return size === null ? null : size + sign * width
  })
  const bad = sizes.findIndex((size) => size !== null && size < 1)
  if (bad >= 0)
    return {
      problem: {
        code: 'windowTooLarge',
        values: { window: widths[bad] ?? 0, size: spec.shape[bad] ?? 0, axis: bad + 1 },
      },
    }
  return { outputs: { output: { shape: [...sizes, spec.shape[axes] ?? null], dtype: spec.dtype } } }
}
