import { countsRows, leftOutReason } from './leftOutReason.ts'
import { targetDefaults, targetKind } from './losses.ts'
import { newProject } from './newProject.ts'
import type { InputEncoding, TargetEncoding } from './prep/encoding.ts'
import { encodedWidth, isSequence, knownIds } from './prep/width.ts'
import { ProblemError } from './problems.ts'
import type { Project } from './project.ts'
import { proposeInput, proposeTarget, type TargetChoice } from './proposeEncoding.ts'
import { Sketch } from './sketch.ts'
import type { ColumnProfile, TableProfile } from './table.ts'
import { type TrainingSettings, trainingSchema } from './training.ts'

/** A table and what is to be learned from it. */
export interface ProposalRequest {
  readonly name: string
  /** Path of the table relative to the project file. */
  readonly file: string
  /** The table inside, when the file is an archive. */
  readonly entry?: string
  readonly profile: TableProfile
  readonly targets: readonly { readonly column: string; readonly kind?: TargetChoice }[]
  /** Every usable column that is no target when absent. */
  readonly inputs?: readonly string[]
}

/** Below this many rows the model is kept small and dropout guards it. */
const fewRows = 1000

interface Use {
  readonly column: string
  readonly encoding: InputEncoding
  readonly profile: ColumnProfile
}

const findColumn = ({ columns }: TableProfile, name: string): ColumnProfile => {
  const column = columns.find((candidate) => candidate.name === name)
  if (!column)
    throw new ProblemError('columnMissing', {
      column: name,
      columns: columns.map((one) => one.name).join(', '),
    })
  return column
}

/** Whether numbers count the rows, as an x or a time may, and are no ids by their name. */
const isCount = (column: ColumnProfile, rows: number): boolean =>
  countsRows(column, rows) &&
  !/(?:^|[^a-z])(?:id|idx|index|no|nr|key|row)\.?$|I[dD]$|번호$|아이디$|^unnamed|^column_1$/i.test(
    column.name,
  )

/** Columns that can be inputs unasked; where there are none, those of free text, or else numbers that count the rows. */
const usableColumns = (columns: readonly ColumnProfile[], rows: number): readonly ColumnProfile[] => {
  const usable = columns.filter((column) => leftOutReason(column, rows) === null)
  if (usable.length > 0) return usable
  const texts = columns.filter(({ type }) => type === 'text')
  return texts.length > 0 ? texts : columns.filter((column) => isCount(column, rows))
}

const chooseInputs = ({ profile, targets, inputs }: ProposalRequest): readonly Use[] => {
  const isTarget = new Set(targets.map(({ column }) => column))
  const columns = inputs
    ? [...new Set(inputs)].filter((name) => !isTarget.has(name)).map((name) => findColumn(profile, name))
    : usableColumns(
        profile.columns.filter(({ name }) => !isTarget.has(name)),
        profile.rows,
      )
  const uses = columns.map((column) => ({
    column: column.name,
    encoding: proposeInput(column),
    profile: column,
  }))
  if (uses.length === 0) throw new ProblemError('noUsableColumns')
  return uses
}

/** Sequences and texts get an input and an LSTM each, all other columns share one input. Gives the nodes to join. */
const sketchInputs = (sketch: Sketch, uses: readonly Use[]): string[] => {
  const tabular = uses.filter(({ encoding }) => !isSequence(encoding))
  const sequences = uses.filter(({ encoding }) => isSequence(encoding))
  const columnsOf = (some: readonly Use[]) => some.map(({ column, encoding }) => ({ column, encoding }))
  const widthOf = (some: readonly Use[]) =>
    some.reduce((sum, { encoding }) => sum + (encodedWidth(encoding) ?? 1), 0)
  const ends: string[] = []
  if (tabular.length) {
    const name = sequences.length ? 'columns' : 'input'
    ends.push(sketch.input(0, { name, shape: [widthOf(tabular)], columns: columnsOf(tabular) }))
  }
  const starts = sequences.map((use, index) => {
    const shape = [widthOf([use])]
    return sketch.input(ends.length + index, {
      name: use.column,
      shape,
      dtype: 'int32',
      columns: columnsOf([use]),
    })
  })
  sketch.right()
  if (starts.length === 0) return ends
  const vectors = starts.map((start, index) => {
    const use = sequences[index]
    const inputDim = (use && knownIds([use])) ?? Math.max(1, Math.floor(use?.profile.sequence?.max ?? 0) + 1)
    return sketch.layer('embedding', ends.length + index, [start], { params: { inputDim, outputDim: 32 } })
  })
  sketch.right()
  const summaries = vectors.map((vector, index) => sketch.layer('lstm', ends.length + index, [vector]))
  sketch.right()
  return [...ends, ...summaries]
}

const sketchBody = (sketch: Sketch, ends: readonly string[], rows: number): string => {
  const units = rows < fewRows ? 32 : 64
  let last = ends[0] ?? ''
  if (ends.length > 1) {
    last = sketch.layer('concatenate', 0, ends)
    sketch.right()
  }
  for (let depth = 0; depth < 2; depth++) {
    last = sketch.layer('dense', 0, [last], { params: { units, activation: 'relu' } })
    sketch.right()
    if (rows >= fewRows) continue
    last = sketch.layer('dropout', 0, [last], { params: { rate: 0.2 } })
    sketch.right()
  }
  return last
}

interface Target {
  readonly column: string
  readonly encoding: TargetEncoding
  readonly units: number
}

const sketchOutputs = (sketch: Sketch, last: string, targets: readonly Target[]) => {
  const heads = targets.map(({ column, encoding, units }, row) => {
    const { activation } = targetDefaults[targetKind(encoding)]
    return sketch.layer('dense', row, [last], { name: column.slice(0, 200), params: { units, activation } })
  })
  sketch.right()
  for (const [row, { column, encoding }] of targets.entries()) {
    const { loss, metrics } = targetDefaults[targetKind(encoding)]
    const target = { column, encoding }
    sketch.output(row, heads[row] ?? '', {
      name: column.slice(0, 200),
      target,
      loss,
      lossWeight: 1,
      metrics: [...metrics],
    })
  }
}

/** Smaller tables take more epochs and smaller batches; early stopping ends them in time. */
const proposeTraining = (rows: number, targets: readonly Target[]): TrainingSettings => {
  const [epochs, batchSize, patience] =
    rows < 10_000 ? [200, 32, 25] : rows < 100_000 ? [60, 128, 10] : [20, 512, 5]
  const stratify = targets.find(({ encoding: { kind } }) => kind === 'binary' || kind === 'classes')?.column
  return trainingSchema.parse({
    split: { validation: 0.15, test: 0.15, shuffle: true, ...(stratify === undefined ? {} : { stratify }) },
    epochs,
    batchSize,
    optimizer: { type: 'adam', learningRate: rows < 10_000 ? 0.003 : 0.001 },
    callbacks: [{ type: 'earlyStopping', patience, restoreBest: true }],
    seed: 1,
  })
}

/**
 * A project that trains at once on a table: encodings by column type, one input for all tabular columns (and one for
 * each sequence), two hidden Dense layers, and a Dense head and an output for each target. Throws columnMissing,
 * columnKindMismatch, columnNotNumeric, targetNotBinary, targetConstant, noValues, tooFewRows, noUsableColumns or
 * outputWithoutTarget.
 */
export const proposeProject = (request: ProposalRequest): Project => {
  const { name, file, profile } = request
  if (profile.rows < 2) throw new ProblemError('tooFewRows', { found: profile.rows, needed: 2 })
  const targets = request.targets.map(({ column, kind }) => ({
    column,
    ...proposeTarget(findColumn(profile, column), kind),
  }))
  if (targets.length === 0) throw new ProblemError('outputWithoutTarget')
  const sketch = new Sketch(newProject(name))
  const ends = sketchInputs(sketch, chooseInputs(request))
  sketchOutputs(sketch, sketchBody(sketch, ends, profile.rows), targets)
  const columns = Object.fromEntries(profile.columns.map((column) => [column.name, { type: column.type }]))
  const { sha256, dialect } = profile
  const entry = request.entry === undefined ? {} : { entry: request.entry }
  const source = { id: 'data', file, ...entry, sha256, dialect, columns }
  return {
    ...sketch.project,
    data: { sources: [source], steps: [] },
    training: proposeTraining(profile.rows, targets),
  }
}
