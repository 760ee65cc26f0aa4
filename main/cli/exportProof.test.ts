import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../shared/engineContract.ts'
import { createRandom } from '../../shared/prep/random.ts'
import { encodedWidth } from '../../shared/prep/width.ts'
import { isInput, isOutput, type Project } from '../../shared/project.ts'
import type { Run } from '../../shared/run.ts'
import { cli, cliFolder } from './cli.test-support.ts'

const at = cliFolder()
const script = join(import.meta.dirname, '../../docs/predict-with-tfjs.mjs')
const random = createRandom(11, 'data')
const pick = <T>(values: readonly T[]) => values[Math.floor(values.length * random.uniform())] as T
const numbers = () => ({ a: random.normal(), b: Math.exp(3 * random.normal()) })
const gap = (value: unknown) => (random.uniform() < 0.1 ? '' : value)

const tables: Record<string, { head: string; row: () => unknown[]; target: string }> = {
  'a number whose logarithm is learned, gaps flagged': {
    head: 'a,b,y',
    row: () => {
      const { a, b } = numbers()
      return [gap(a), gap(b), Math.exp(a + 0.3 * Math.log(b))]
    },
    target: 'y:number',
  },
  'classes from categories of every encoding, some unseen': {
    head: 'colour,size,code,town,kind',
    row: () => {
      const [colour, size] = [pick(['red', 'green', 'blue']), pick(['s', 'm', 'l'])]
      const town = random.uniform() < 0.2 ? `t${Math.floor(1000 * random.uniform())}` : pick(['x', 'y'])
      return [gap(colour), gap(size), pick([1, 2, 3]), town, colour === 'red' ? 'warm' : size]
    },
    target: 'kind:classes',
  },
  'one of words, dates and a fixed range, several labels': {
    head: 'note,when,pixel,tags',
    row: () => {
      const words = Array.from({ length: Math.floor(9 * random.uniform()) }, () =>
        pick(['Red', 'red', "don't", '빨강', '수도', '中文', 'x1', `w${Math.floor(60 * random.uniform())}`]),
      )
      const day = new Date(
        Date.UTC(2024, 0, Math.floor(700 * random.uniform()), Math.floor(24 * random.uniform())),
      )
      const when = `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()} ${day.getUTCHours()}:30`
      const tags = ['hot', 'wet', 'far'].filter(() => random.uniform() < 0.6)
      return [gap(words.join(' ')), gap(when), Math.floor(256 * random.uniform()), tags.join(';') || 'none']
    },
    target: 'tags:labels',
  },
  'by steps of every kind, columns made and changed': {
    head: 'width,height,maker,when,price',
    row: () => {
      const { a, b } = numbers()
      const maker = random.uniform() < 0.1 ? `m${Math.floor(50 * random.uniform())}` : pick(['n', 's', 'e'])
      const day = `${1 + Math.floor(28 * random.uniform())}/${1 + Math.floor(12 * random.uniform())}/2024`
      return [gap(a), b, gap(maker), gap(day), a * b + (maker === 'n' ? 1 : 0)]
    },
    target: 'price:number',
  },
  'one series by windows, a step ahead': {
    head: 'a,b,y',
    row: () => {
      const { a, b } = numbers()
      return [gap(a), gap(b), a * a + b]
    },
    target: 'y:number',
  },
  'a sequence and numbers, two outputs': {
    head: 'words,a,b,read,score',
    row: () => {
      const { a, b } = numbers()
      const words = Array.from({ length: 3 + Math.floor(9 * random.uniform()) }, () =>
        Math.floor(40 * random.uniform()),
      )
      return [words.join(' '), a, b, a > 0 ? 'yes' : 'no', words.length + a]
    },
    target: 'read:binary,score:number',
  },
}

/** Encodings that a proposal would not choose by itself, so that every kind of `fitted` is proved. */
const encodings: Record<string, object> = {
  a: { kind: 'number', scale: 'robust', missing: 'flag' },
  b: { kind: 'number', scale: 'log1p', missing: 'mean' },
  y: { kind: 'number', scale: 'log1p' },
  size: { kind: 'category', as: 'ordinal', categories: ['s', 'm', 'l'], missing: 'mostFrequent' },
  code: { kind: 'category', as: 'index', categories: ['1', '2', '3'] },
  town: { kind: 'category', as: 'frequency' },
  note: { kind: 'text', as: 'bag', vocabulary: 20, length: 1, pad: 'before', lower: true },
  when: { kind: 'date', parts: ['days', 'year', 'month', 'yearday', 'weekday', 'hour'], missing: 'flag' },
  pixel: { kind: 'number', scale: 'range', missing: 'median' },
  colour: {
    kind: 'category',
    as: 'onehot',
    categories: ['red', 'green', 'blue'],
    unknown: true,
    missing: 'ownClass',
  },
}

/** Makes the rows of a project a series: four at once through an LSTM, to the target of the next row. */
function windowed({ nodes, layers }: Project): void {
  for (const node of Object.values(nodes)) {
    if (isOutput(node) && node.output.target) node.output.target.horizon = 1
    if (!isInput(node)) continue
    node.input.window = { steps: 4 }
    node.input.shape = [4, ...node.input.shape]
  }
  const first = Object.values(layers).find(({ type }) => type === 'dense')
  if (first) Object.assign(first, { type: 'lstm', params: { units: 8 } })
}

/** Makes and changes columns by steps before they are encoded. */
function stepped({ nodes, data }: Project): void {
  data.steps = [
    { kind: 'keep', rule: { column: 'price', is: 'above', value: -50 } },
    { kind: 'replace', column: 'maker', from: 'e', to: 's' },
    { kind: 'mergeRare', column: 'maker', most: 2, into: 'other' },
    { kind: 'clip', column: 'width', quantiles: [0.05, 0.95] },
    { kind: 'formula', column: 'area', formula: 'if(isMissing(width), 0, width * height)' },
    { kind: 'formula', column: 'month', formula: 'month(when)' },
  ]
  const input = Object.values(nodes).find(isInput)?.input
  const number = { kind: 'number' as const, scale: 'standard' as const, missing: 'flag' as const }
  if (input)
    input.columns = [
      { column: 'width', encoding: number },
      {
        column: 'maker',
        encoding: {
          kind: 'category',
          as: 'onehot',
          missing: 'mostFrequent',
          unknown: false,
          categories: ['n', 's', 'other'],
        },
      },
      { column: 'area', encoding: number },
      { column: 'month', encoding: number },
    ]
}

async function chooseEncodings(path: string): Promise<void> {
  const project = JSON.parse(await readFile(path, 'utf8')) as Project
  if (path.endsWith('steps.loom')) stepped(project)
  for (const node of Object.values(project.nodes)) {
    if (isOutput(node) && node.output.target) {
      const { target } = node.output
      Object.assign(target.encoding, encodings[target.column])
    }
    if (!isInput(node) || node.input.name.startsWith('words')) continue
    for (const use of node.input.columns)
      use.encoding = (encodings[use.column] ?? use.encoding) as typeof use.encoding
    node.input.shape = [
      node.input.columns.reduce((sum, { encoding }) => sum + (encodedWidth(encoding) ?? 1), 0),
    ]
  }
  if (path.endsWith('series.loom')) windowed(project)
  // What plain tfjs lacks: masks, and a GRU with `reset_after`.
  for (const layer of Object.values(project.layers)) {
    if (layer.type === 'embedding') layer.params = { ...layer.params, maskZero: true }
    if (layer.type === 'lstm') Object.assign(layer, { type: 'gru', params: { units: 5 } })
  }
  await writeFile(path, JSON.stringify(project))
}

describe('plain tfjs answers as the run did', () => {
  it.each(Object.entries(tables))(
    '%s',
    async (name, { head, row, target }) => {
      const id = name.split(' ')[1] ?? name
      const rows = Array.from({ length: 300 }, () => row().join(','))
      await writeFile(at(`${id}.csv`), `${head}\n${rows.join('\n')}\n`)
      const made = await cli('new', '--data', at(`${id}.csv`), '--target', target, at(`${id}.loom`))
      expect(made.code, made.stderr).toBe(0)
      await chooseEncodings(at(`${id}.loom`))
      const trained = await cli('train', at(`${id}.loom`), '--epochs', '6', '--out', at(id), '--json')
      expect(trained.json['error']).toBeUndefined()
      const exported = await cli('export', at(id), '--format', 'tfjs', '--out', at(`${id}.export`), '--json')
      expect(exported.json).toMatchObject({ proof: { rows: 10, largestDifference: 0 } })

      const files = exported.json['files'] as { name: string }[]
      expect(files.some(({ name: file }) => file === 'layers.mjs')).toBe(
        name.startsWith('a sequence') || name.startsWith('one series'),
      )
      expect(files.some(({ name: file }) => file === 'steps.mjs')).toBe(name.startsWith('by steps'))
      const run = JSON.parse(await readFile(join(at(id), 'run.json'), 'utf8')) as Run
      const predictions = run.result?.predictions ?? []
      expect(predictions).toHaveLength(10)
      const windows = predictions.map(({ before = [], inputs }) => [...before, inputs])
      await writeFile(at('rows.json'), JSON.stringify(windows.flat()))
      const said = execFileSync(process.execPath, [script, at(`${id}.export`), at('rows.json')], {
        encoding: 'utf8',
      })
      const all = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Answer[][]
      // Of each window the last row is asked about.
      const steps = windows[0]?.length ?? 1
      const answers = windows.map((_, index) => all[(index + 1) * steps - 1])
      for (const [index, { outputs }] of predictions.entries())
        for (const [output, { scores, predicted }] of outputs.entries()) {
          const answer = answers[index]?.[output]
          for (const [place, score] of scores.entries())
            expect(Math.abs((answer?.scores[place] ?? Number.NaN) - score)).toBeLessThanOrEqual(
              1e-5 + 1e-5 * Math.abs(score),
            )
          if (typeof answer?.value === 'string') expect(answer.value).toBe(predicted)
          else {
            const value = Number(predicted)
            expect(Math.abs((answer?.value ?? Number.NaN) - value)).toBeLessThanOrEqual(
              1e-5 + 1e-5 * Math.abs(value),
            )
          }
        }
    },
    60_000,
  )
})
