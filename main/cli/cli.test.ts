import { readFile, writeFile } from 'node:fs/promises'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../shared/prep/random.ts'
import { cli, type Outcome, cliFolder } from './cli.test-support.ts'

const at = cliFolder()
const header = ['나이', '소득', '지역', '메모', '점수', '합격', '등급']
const targets = '점수:number,합격:binary,등급:classes'

/** Messy on purpose: thousands, missing cells, a cell that is no number, a short record, a formula. */
function messyRows(count: number): string[][] {
  const random = createRandom(5, 'data')
  return Array.from({ length: count }, (_, row) => {
    const [age, income] = [20 + Math.floor(40 * random.uniform()), Math.floor(90_000 * random.uniform())]
    const region = ['서울', '부산', '대구'][Math.floor(3 * random.uniform())] ?? ''
    const score = 0.5 * age + income / 4000 + (region === '서울' ? 8 : 0) + random.normal()
    const cells = [
      row % 17 === 3 ? 'NA' : String(age),
      row % 23 === 5 ? '' : income.toLocaleString('en-US'),
      row % 31 === 7 ? '' : region,
      row % 2 ? '=1+1' : `"따옴표", ${row}`,
      score.toFixed(3),
      score > 30 ? '예' : '아니오',
      score > 36 ? '상' : score > 25 ? '중' : '하',
    ]
    return row === 40 ? cells.slice(0, 6) : cells
  })
}
const csv = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse([header, ...rows.map((row) => [...row])])
const rows = messyRows(300)

describe('the command line, from a table to predictions', () => {
  let made: Outcome
  let trained: Outcome
  const run = () => String(trained.json['run'])
  beforeAll(async () => {
    await writeFile(at('자료.csv'), iconv.encode(csv(rows), 'cp949'))
    const asked = ['--data', at('자료.csv'), '--target', targets, '--inputs', '나이,소득,지역']
    made = await cli('new', ...asked, at('사업.loom'), '--json')
    trained = await cli(
      'train',
      at('사업.loom'),
      '--epochs',
      '25',
      '--batch-size',
      '16',
      '--seed',
      '3',
      '--json',
    )
  }, 60_000)

  it('inspects the table', async () => {
    const { code, json } = await cli('inspect', at('자료.csv'), '--json')
    expect(code).toBe(0)
    expect(json['rows']).toBe(300)
    expect(String(json['encoding'])).toMatch(/949|euc-kr/i)
    expect(json['badRows']).toEqual([{ line: 42, row: 41, reason: 'short', column: '등급' }])
    const columns = json['columns'] as Record<string, unknown>[]
    expect(columns.map(({ name }) => name)).toEqual(header)
    expect(columns[1]).toMatchObject({ type: 'number', missing: 13 })
    expect(columns[2]).toMatchObject({ type: 'category', distinct: 3 })
  })

  it('proposes a project that has no problem', async () => {
    expect(made.stderr).toBe('')
    expect(made.json).toMatchObject({ inputs: ['나이', '소득', '지역'], targets: ['점수', '합격', '등급'] })
    const { code, json } = await cli('check', at('사업.loom'), '--json')
    expect({ code, ok: json['ok'], problems: json['problems'] }).toEqual({ code: 0, ok: true, problems: [] })
    expect(json['parameters']).toEqual(made.json['parameters'])
  })

  it('trains it and reports what docs/cli.md lists', () => {
    expect(trained.code).toBe(0)
    const {
      epochs,
      history,
      lossWeights,
      metrics,
      rows: counts,
    } = trained.json as {
      epochs: number
      history: Record<string, number[]>
      lossWeights: Record<string, number>
      metrics: Record<string, Record<string, Record<string, number>>>
      rows: Record<string, number>
    }
    expect(trained.json).toMatchObject({ engine: 'wasm', seed: 3, stopped: false })
    expect(Number(trained.json['samplesPerSecond'])).toBeGreaterThan(0)
    // The short record lacks one target.
    expect(counts).toMatchObject({ dropped: 1 })
    for (const prefix of ['', 'val_'])
      for (let epoch = 0; epoch < epochs; epoch++) {
        const parts = Object.entries(lossWeights).map(
          ([output, weight]) => weight * (history[`${prefix}${output}_loss`]?.[epoch] ?? Number.NaN),
        )
        const total = parts.reduce((sum, part) => sum + part, 0)
        expect(Math.abs(total - (history[`${prefix}loss`]?.[epoch] ?? Number.NaN))).toBeLessThan(1e-5)
      }
    expect(metrics['test']?.['점수']?.['r2']).toBeGreaterThan(0.5)
    expect(metrics['test']?.['합격']?.['auc']).toBeGreaterThan(0.8)
    expect(metrics['test']?.['등급']?.['accuracy']).toBeGreaterThan(0.6)
  })

  it('computes the same metrics again from the saved model and split', async () => {
    const { code, json } = await cli('evaluate', run(), '--json')
    expect(code).toBe(0)
    expect(json['rows']).toBe(299)
    const flat = (value: unknown): number[] =>
      typeof value === 'number' ? [value] : Object.values(value as object).flatMap(flat)
    const [again, before] = [flat(json['metrics']), flat(trained.json['metrics'])]
    expect(again).toHaveLength(before.length)
    for (const [index, value] of again.entries())
      expect(Math.abs(value - (before[index] ?? Number.NaN))).toBeLessThan(
        1e-4 * Math.max(1, Math.abs(value)),
      )
  })

  it('evaluates and trains on another file, also in another encoding', async () => {
    await writeFile(at('other.csv'), `\uFEFF${csv(rows.slice(100, 180))}`)
    const { code, json } = await cli('evaluate', run(), '--data', at('other.csv'), '--json')
    expect({ code, rows: json['rows'] }).toEqual({ code: 0, rows: 80 })
    expect(Object.keys(json['metrics'] as object)).toEqual(['test'])
    const again = await cli(
      'train',
      at('사업.loom'),
      '--data',
      at('other.csv'),
      '--out',
      at('run'),
      '--epochs',
      '2',
      '--json',
    )
    expect(again.json).toMatchObject({ run: at('run'), epochs: 2 })
    const evaluated = await cli('evaluate', at('run'), '--json')
    expect(evaluated.json['rows']).toBe(80)
  })

  it('predicts alike by a run and by its export, with the columns of the file', async () => {
    const exported = await cli('export', run(), '--format', 'tfjs', '--out', at('export'), '--json')
    expect(exported.json).toMatchObject({ format: 'tfjs', proof: { rows: 10, largestDifference: 0 } })
    const said = await cli('predict', run(), '--data', at('자료.csv'), '--out', at('a.csv'), '--json')
    expect(said.json).toMatchObject({ rows: 300, outputs: ['점수', '합격', '등급'], unanswered: 0 })
    const byExport = await cli('predict', at('export'), '--data', at('자료.csv'), '--out', at('b.csv'))
    expect(byExport.code).toBe(0)
    const text = await readFile(at('a.csv'), 'utf8')
    expect(await readFile(at('b.csv'), 'utf8')).toBe(text)
    const [names = [], ...answers] = Papa.parse<string[]>(text.trimEnd()).data
    expect(names).toEqual([
      ...header,
      '점수_predicted',
      '합격_predicted',
      '합격_score',
      '등급_predicted',
      '등급_score_상',
      '등급_score_중',
      '등급_score_하',
    ])
    expect(answers).toHaveLength(300)
    expect(answers.map((row) => row[3])).toEqual(rows.map((row) => row[3]))
    expect(text).toContain('"=1+1"')
    const right = answers.filter((row) => row[5] === row[8]).length
    expect(right).toBeGreaterThan(240)
    for (const row of answers) expect(Number(row[11]) + Number(row[12]) + Number(row[13])).toBeCloseTo(1, 5)
  })
})

describe('a cell that is no number where one is needed', () => {
  it('is told and leaves its row unanswered, while others are read as the file writes numbers', async () => {
    const rows = Array.from({ length: 120 }, (_, row) => `${row * 10},${row % 2}`)
    await writeFile(at('number.csv'), `x,y\n${rows.join('\n')}\n`)
    await cli('new', '--data', at('number.csv'), '--target', 'y', at('number.loom'))
    await cli('train', at('number.loom'), '--epochs', '1', '--out', at('number'), '--json')
    const odd: Record<number, string> = { 7: 'broken', 9: '', 11: '1,154명', 12: '₩70', 13: '−3', 14: '€5' }
    const asked = Array.from({ length: 200 }, (_, row) => odd[row] ?? `${row}`)
    await writeFile(at('asked.csv'), `x,z\n${asked.map((cell) => `"${cell}",a`).join('\n')}\n`)
    const out = at('asked.out.csv')
    const said = await cli('predict', at('number'), '--data', at('asked.csv'), '--out', out, '--json')
    expect(said.json).toMatchObject({ rows: 200, unanswered: 1, unreadable: 1 })
    expect(said.stderr).toContain('“broken” in the column x, row 8')
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n')
    expect(lines[8]).toBe('broken,a,,')
    // An empty cell is known to be missing, and stands for the median.
    expect(lines[10]).toMatch(/^,a,[01],0\.\d+$/)
    for (const line of [12, 13, 14, 15]) expect(lines[line]).toMatch(/,a,[01],[01](?:\.\d+)?$/)
    expect(lines.filter((line) => line.endsWith(',,'))).toHaveLength(1)
  })
})

describe('a row that cannot be answered', () => {
  it('gets empty cells beside those that can', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `${row},${row % 2}`)
    await writeFile(at('small.csv'), `x,y\n${rows.join('\n')}\n`)
    await cli('new', '--data', at('small.csv'), '--target', 'y', at('small.loom'))
    const project = JSON.parse(await readFile(at('small.loom'), 'utf8')) as object
    const strict = JSON.stringify(project).replaceAll('"missing":"median"', '"missing":"drop"')
    await writeFile(at('strict.loom'), strict)
    const trained = await cli('train', at('strict.loom'), '--epochs', '1', '--out', at('strict'), '--json')
    expect(trained.code).toBe(0)
    await writeFile(at('gaps.csv'), 'x,z\n1,a\n,b\n3,\n')
    const { code, json } = await cli(
      'predict',
      at('strict'),
      '--data',
      at('gaps.csv'),
      '--out',
      at('gaps.out.csv'),
      '--json',
    )
    expect({ code, unanswered: json['unanswered'] }).toEqual({ code: 0, unanswered: 1 })
    const lines = (await readFile(at('gaps.out.csv'), 'utf8')).trimEnd().split('\n')
    expect(lines[0]).toBe('x,z,y_predicted,y_score')
    expect(lines[1]).toMatch(/^1,a,[01],0\.\d+$/)
    expect(lines[2]).toBe(',b,,')
    expect(lines[3]).toMatch(/^3,,[01],0\.\d+$/)
  })
})
