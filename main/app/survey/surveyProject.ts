import { type DividedRows, divideRows } from '../../../shared/prep/divideRows.ts'
import { isMissing } from '../../../shared/prep/cells.ts'
import { needsCell, needsTarget } from '../../../shared/prep/encoding.ts'
import type { SourceReader } from '../../../shared/prep/joinSources.ts'
import type { Parts } from '../../../shared/prep/splitRows.ts'
import type { Project } from '../../../shared/project.ts'
import type { Correlation, Survey } from '../../../shared/survey.ts'
import { type ColumnFacts, columnFacts } from './columnFacts.ts'
import { countRepeated } from './repeatedRows.ts'
import { RowHashes } from './rowHashes.ts'
import { surveyBatches, type SurveyedColumn } from './surveyBatches.ts'
import { balanceOf, correlateWith, surveyTarget } from './surveyTargets.ts'
import { asNamed, keyOf, type SurveyOutput, type SurveySource, surveyUses } from './surveyUses.ts'
import { warningsOf } from './warningsOf.ts'

/** So many bytes of cells are looked at together unless asked otherwise. */
const usualBatch = 128 * 2 ** 20

/** What is gathered from batch to batch. */
class Gathered {
  readonly facts = new Map<string, ColumnFacts>()
  readonly correlations: Correlation[] = []
  #hashes: RowHashes | undefined
  #last: DividedRows | undefined

  /** Looks at the columns of one batch; every batch is divided alike. */
  add(
    divided: DividedRows,
    batch: readonly SurveyedColumn[],
    outputs: readonly SurveyOutput[],
    used: ReadonlySet<string>,
  ) {
    const { table, parts, columnOf } = divided
    this.#last = divided
    this.#hashes ??= new RowHashes(table.rows)
    const targets = outputs.flatMap(
      (output) =>
        surveyTarget(output.node, output, output.encoding, columnOf(asNamed(output)), parts.train) ?? [],
    )
    for (const one of batch) {
      const [column, key] = [columnOf(asNamed(one)), keyOf(one)]
      const place = { source: one.source, column: one.column }
      this.facts.set(key, columnFacts(place, column, one.type, parts))
      const others = targets.filter((target) => keyOf(target) !== key)
      this.correlations.push(...correlateWith(place, column, one.type, parts.train, others))
      if (used.has(key)) this.#hashes.add(column)
    }
  }

  counts(
    required: readonly SurveyedColumn[],
    outputs: readonly SurveyOutput[],
  ): Pick<Survey, 'parts' | 'excluded' | 'lacking' | 'balance'> {
    if (!this.#last)
      return {
        parts: { train: 0, validation: 0, test: 0, dropped: 0 },
        excluded: 0,
        lacking: [],
        balance: [],
      }
    const { parts, excluded, columnOf } = this.#last
    const { train, validation, test, dropped } = parts
    return {
      parts: {
        train: train.length,
        validation: validation.length,
        test: test.length,
        dropped: dropped.length + excluded,
      },
      excluded,
      lacking: [...new Map(required.map((one) => [keyOf(one), one])).values()].flatMap((one) => {
        const column = columnOf(asNamed(one))
        const rows = dropped.filter((row) => isMissing(column, row)).length
        return rows === 0 ? [] : [{ source: one.source, column: one.column, rows }]
      }),
      balance: outputs
        .filter(({ encoding: { kind } }) => kind === 'binary' || kind === 'classes')
        .map((output) => {
          const { node, source, column } = output
          return balanceOf(node, { source, column }, columnOf(asNamed(output)), parts)
        }),
    }
  }

  repeated() {
    const parts = this.#last?.parts
    return parts && this.#hashes
      ? countRepeated(this.#hashes.of(parts.train), this.#hashes.of(others(parts)))
      : null
  }
}

const others = ({ validation, test }: Parts) => {
  const rows = new Uint32Array(validation.length + test.length)
  rows.set(validation)
  rows.set(test, validation.length)
  return rows
}

/**
 * Divides a project's rows as a run would and looks at every column, a batch at a time: counts and class balance per
 * part, how columns go with the targets, and what to be warned of. `sources` are in the document's order. Throws what
 * reading and dividing throw. `onBatch` is told how many columns are done, and of how many.
 */
export const surveyProject = async (
  project: Project,
  sources: readonly SurveySource[],
  read: SourceReader,
  onBatch: (done: number, total: number) => void = () => {},
  batchBytes = usualBatch,
): Promise<Survey> => {
  const { inputs, outputs } = surveyUses(project, sources)
  const required = [
    ...inputs.filter(({ encoding }) => needsCell(encoding)),
    ...outputs.filter(({ encoding }) => needsTarget(encoding)),
  ]
  const used = new Set([...inputs, ...outputs].map(keyOf))
  const batches = surveyBatches(project, sources, used, batchBytes)
  const total = batches.reduce((sum, { length }) => sum + length, 0)
  const gathered = new Gathered()
  for (const batch of batches) {
    const uses = [...required, ...outputs, ...batch].map(asNamed)
    const division = { seed: project.training.seed }
    const divided = await divideRows(project, uses, required.map(asNamed), division, read)
    gathered.add(divided, batch, outputs, used)
    onBatch(gathered.facts.size, total)
  }
  const { facts, correlations } = gathered
  const found = { ...gathered.counts(required, outputs), correlations }
  const warnings = warningsOf({
    project,
    inputs,
    targets: outputs,
    factsOf: (place) => facts.get(keyOf(place)),
    facts: [...facts.values()],
    trainRows: found.parts.train,
    repeated: inputs.length > 0 ? gathered.repeated() : null,
    ...found,
  })
  return { ...found, warnings }
}
