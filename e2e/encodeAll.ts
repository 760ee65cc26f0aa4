import { fit } from '../shared/prep/fit.ts'
import { createEncoder } from '../shared/prep/encodeRows.ts'
import { type Encoding, inputEncodingSchema, targetEncodingSchema } from '../shared/prep/encoding.ts'
import { fittedWidth } from '../shared/prep/fittedWidth.ts'
import { createRandom } from '../shared/prep/random.ts'
import type { Column } from '../shared/table.ts'

const rows = 400
const random = (label: string) => createRandom(7, label)

const numbers = (name: string, draw: () => number): Column => ({
  kind: 'number',
  name,
  values: Float64Array.from({ length: rows }, (_, row) => (row % 17 === 3 ? Number.NaN : draw())),
})
const texts = (name: string, draw: () => string, gaps = true): Column => {
  const cells = Array.from({ length: rows }, (_, row) => (gaps && row % 19 === 5 ? null : draw()))
  const dictionary = [...new Set(cells.filter((cell) => cell !== null))]
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(cell)))
  return { kind: 'text', name, codes, dictionary }
}
const pick = (label: string, words: readonly string[]) => {
  const { below } = random(label)
  return () => words[below(words.length)] ?? ''
}

const words = pick('words', ['비가', 'The', 'the', "don't", '中文', 'x1', 'é'])
const { uniform, normal, below } = random('cells')
const inputs: readonly (readonly [Column, readonly object[]])[] = [
  [
    numbers('long tail', () => Math.exp(3 * normal())),
    ['standard', 'minmax', 'robust', 'log1p', 'range', 'none'].flatMap((scale) =>
      ['mean', 'median', 'flag', 'constant'].map((missing) => ({ kind: 'number', scale, missing })),
    ),
  ],
  [
    texts('town', pick('town', ['서울', '부산', 'Paris', '10', '9', ' 9'])),
    ['onehot', 'ordinal', 'index', 'frequency'].map((as) => ({
      kind: 'category',
      as,
      unknown: true,
      missing: 'ownClass',
    })),
  ],
  [
    texts('note', () => Array.from({ length: below(7) }, words).join(' ')),
    ['sequence', 'bag'].map((as) => ({ kind: 'text', as, length: 5, vocabulary: 6 })),
  ],
  [
    texts('when', () => new Date(Math.floor(uniform() * 4e12)).toISOString()),
    ['neutral', 'flag'].map((missing) => ({
      kind: 'date',
      missing,
      parts: ['days', 'year', 'month', 'day', 'yearday', 'weekday', 'hour', 'minute', 'second'],
    })),
  ],
  [
    texts('list', () => Array.from({ length: below(6) }, () => String(normal())).join(';')),
    ['before', 'after'].map((pad) => ({ kind: 'sequence', separator: ';', length: 4, pad })),
  ],
]
const tags = pick('tags', ['a', 'a;b', 'b; c', 'c'])
const targets: readonly (readonly [Column, readonly object[]])[] = [
  [texts('answer', pick('answer', ['yes', 'no']), false), [{ kind: 'binary' }]],
  [
    texts('class', pick('class', ['s', 'm', 'l']), false),
    [{ kind: 'classes' }, { kind: 'classes', as: 'index' }],
  ],
  [texts('tags', tags), [{ kind: 'labels', separator: ';', missing: 'none' }]],
]

const encode = (encoding: Encoding, column: Column): string => {
  const all = Uint32Array.from({ length: rows }, (_, row) => row)
  const fitted = fit(
    encoding,
    column,
    all.filter((row) => row % 3 > 0 || encoding.kind === 'labels'),
  )
  const width = fittedWidth(fitted)
  const out = new Float32Array(rows * width)
  createEncoder(fitted, column)(all, out, 0, width)
  return `${JSON.stringify(fitted)} ${new Uint32Array(out.buffer).join(' ')}`
}

/** Every kind of encoding on generated columns: what was learned, and the bits of every value, by kind and settings. */
export const encodeAll = (): Record<string, string> =>
  Object.fromEntries(
    [
      ...inputs.flatMap(([column, asked]) =>
        asked.map((one) => [one, inputEncodingSchema.parse(one), column] as const),
      ),
      ...targets.flatMap(([column, asked]) =>
        asked.map((one) => [one, targetEncodingSchema.parse(one), column] as const),
      ),
    ].map(([asked, encoding, column]) => [JSON.stringify(asked), encode(encoding, column)]),
  )
