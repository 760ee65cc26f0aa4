import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { RawRow } from '../../../shared/engineContract.ts'
import { rawColumns } from '../../../shared/prep/rawColumns.ts'
import { writeProblem } from '../../app/files/fileProblem.ts'
import { writeSafely } from '../../app/files/writeSafely.ts'
import { type NumberMarks, parseNumber } from '../../app/datasets/csv/number.ts'
import { openAlike, type OtherFile } from '../../app/projects/openAlike.ts'
import type { Workbench } from '../../app/workbench.ts'
import { answerColumns } from '../answerColumns.ts'
import type { AddCommand } from '../command.ts'
import { outPath } from '../outPath.ts'
import { csvRow } from '../csvCell.ts'
import { badRowsText } from '../oddRowsText.ts'
import { counted, progressLine, type Report, say } from '../report.ts'
import { type TrainedModel, trainedModel } from '../trainedModel.ts'

interface PredictOptions {
  readonly data: string
  readonly entry?: string
  readonly out: string
  readonly json?: boolean
}

const chunkRows = 1000

/** `predict`: a table with a model's answers beside its columns. */
export const addPredict: AddCommand = (program, run) =>
  void program
    .command('predict <model>')
    .description('answer every row of a file by a run or an export')
    .requiredOption('--data <file>', 'the rows to answer')
    .option('--entry <name>', 'the table in a .zip that holds several')
    .requiredOption('--out <file>', 'the CSV to write')
    .option('--json', 'print one JSON object as the last line')
    .action((folder: string, options: PredictOptions) =>
      run(options, async (workbench) =>
        predict(
          workbench,
          resolve(folder),
          { path: resolve(options.data), entry: options.entry },
          outPath(options.out),
        ),
      ),
    )

async function predict(workbench: Workbench, folder: string, file: OtherFile, out: string): Promise<Report> {
  const model = await trainedModel(workbench, folder)
  const { pipeline, reading } = model
  const { dir, profile, parsed } = await openReadable(workbench, file, reading, pipeline)
  if (profile.badRowCount > 0)
    say(`${file.path}: ${badRowsText(profile.badRowCount)}; see the command inspect.`)
  await mkdir(dirname(out), { recursive: true }).catch((error: unknown) => {
    throw writeProblem(error, dirname(out))
  })
  const counts: Counts = { unanswered: 0, unreadable: 0 }
  const table = { dir, rows: profile.rows, names: profile.columns.map(({ name }) => name), parsed }
  await writeSafely(out, answeredRows(workbench, model, table, counts))
  if (counts.unanswered > 0)
    say(
      `No answer for ${counted(counts.unanswered, 'row')}: a cell that this model cannot take, or too few rows before it.`,
    )
  if (counts.first)
    say(
      `No number where one is needed in ${counted(counts.unreadable, 'cell')}; the first is “${counts.first.value}” in the column ${counts.first.column}, row ${counts.first.row}.`,
    )
  const outputs = pipeline.outputs.map(({ name }) => name)
  const { rows } = profile
  return {
    json: { out, rows, unanswered: counts.unanswered, unreadable: counts.unreadable, outputs },
    text: `${out}: ${counted(rows, 'row')} with ${outputs.join(', ')}`,
  }
}

interface OpenTable {
  readonly dir: string
  readonly rows: number
  readonly names: readonly string[]
  /** Numbers of columns that hold cells that are none; such a cell stays its text. */
  readonly parsed: ReadonlyMap<string, (text: string) => number>
}
interface Counts {
  unanswered: number
  unreadable: number
  first?: { readonly column: string; readonly row: number; readonly value: string }
}

/** Opens the rows to answer. Columns of numbers with cells that are none are read as text, so that no such cell is taken for empty. */
async function openReadable(
  { datasets }: Workbench,
  file: OtherFile,
  reading: TrainedModel['reading'],
  pipeline: TrainedModel['pipeline'],
) {
  const columns = rawColumns(pipeline)
  const needed = columns.map(({ column }) => column)
  const opened = await openAlike(datasets, file, reading, needed)
  const { badRows, badRowCount, dialect } = opened.profile
  const isCut = badRows.length < badRowCount
  const bad = new Set(
    badRows.flatMap(({ reason, column }) => (reason === 'notANumber' ? (column ?? []) : [])),
  )
  const doubtful = columns.filter(({ column, kind }) => kind === 'number' && (isCut || bad.has(column)))
  if (doubtful.length === 0) return { ...opened, parsed: new Map<string, (text: string) => number>() }
  const asText = Object.fromEntries(doubtful.map(({ column }) => [column, 'text' as const]))
  const marks = { decimal: dialect.decimal, thousands: dialect.thousands }
  const columnTypes = { ...reading.columnTypes, ...asText }
  const again = await openAlike(
    datasets,
    file,
    { ...reading, dialect: { ...reading.dialect, ...marks }, columnTypes },
    needed,
  )
  return {
    ...again,
    parsed: new Map(doubtful.map(({ column }) => [column, (text: string) => numberIn(text, marks)])),
  }
}

/**
 * A cell as a number, NaN when it is none. Thousands marks are read though too few cells had them to be told: three
 * digits behind one can't be decimals.
 */
const numberIn = (text: string, marks: NumberMarks): number => {
  const bytes = Buffer.from(text).toString('latin1')
  const { value } = parseNumber(bytes, marks)
  if (!Number.isNaN(value) || marks.thousands !== '') return value
  return parseNumber(bytes, { ...marks, thousands: marks.decimal === ',' ? '.' : ',' }).value
}

/** A row as the model takes it; counts cells that are no numbers. */
const rawRow = (
  { names, parsed }: OpenTable,
  cells: readonly (string | number | null)[],
  row: number,
  counts: Counts,
): RawRow =>
  Object.fromEntries(
    names.map((column, index) => {
      const cell = cells[index] ?? null
      const parse = parsed.get(column)
      if (!parse || typeof cell !== 'string') return [column, cell]
      const value = parse(cell)
      if (!Number.isNaN(value)) return [column, value]
      counts.unreadable++
      counts.first ??= { column, row: row + 1, value: cell }
      return [column, cell]
    }),
  )

/** The table and its answers as CSV, some rows at a time. */
async function* answeredRows(
  workbench: Workbench,
  { modelDir, engine, pipeline }: TrainedModel,
  table: OpenTable,
  counts: Counts,
): AsyncGenerator<Uint8Array> {
  const { dir, rows, names } = table
  const columns = answerColumns(pipeline, names)
  const progress = progressLine()
  yield Buffer.from(csvRow([...names, ...columns.names]))
  // Windows reach over rows before them, and series may be mixed: such a table is answered as a whole.
  const size = pipeline.inputs.some(({ window }) => window) ? Math.max(1, rows) : chunkRows
  for (let from = 0; from < rows; from += size) {
    const chunk = await workbench.datasets.rows(dir, from, size)
    const raw = chunk.map((cells, index) => rawRow(table, cells, from + index, counts))
    const answers = await workbench.predict({ modelDir, engine, rows: raw, skipBad: true })
    const lines = chunk.map((cells, index) => {
      const said = answers[index] ?? []
      if (said.length === 0) counts.unanswered++
      return csvRow([...cells, ...columns.cells(said)])
    })
    yield Buffer.from(lines.join(''))
    progress.show(`${Math.min(rows, from + size)}/${rows} rows`)
  }
  progress.end()
}
