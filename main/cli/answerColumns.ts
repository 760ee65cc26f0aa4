import type { Answer } from '../../shared/engineContract.ts'
import { uniqueName } from '../../shared/names.ts'
import type { Pipeline } from '../../shared/pipeline.ts'

type Cell = string | number | null

/** The columns that a model's answers make in a table. */
export interface AnswerColumns {
  readonly names: readonly string[]
  /** Cells of one row, empty for a row without answers. */
  readonly cells: (answers: readonly Answer[]) => readonly Cell[]
}

/**
 * For each output `<output>_predicted`, and for classes a score each: `<output>_score` is that of the positive one of two,
 * `<output>_score_<class>` that of each of several, or of each label. Names that the table has already get a number.
 */
export function answerColumns({ outputs }: Pipeline, taken: readonly string[]): AnswerColumns {
  const used = new Set(taken)
  const claim = (base: string): string => {
    const name = uniqueName(base, (candidate) => used.has(candidate))
    used.add(name)
    return name
  }
  const columns = outputs.map(({ name, target }) => {
    const predicted = claim(`${name}_predicted`)
    return { name, names: [predicted, ...scoreNames(name, target.fitted).map(claim)] }
  })
  return {
    names: columns.flatMap(({ names }) => names),
    cells: (answers) =>
      columns.flatMap(({ name, names }): Cell[] => {
        const answer = answers.find(({ output }) => output === name)
        return names.map((_, index) =>
          answer ? (index === 0 ? answer.value : (answer.scores[index - 1] ?? null)) : null,
        )
      }),
  }
}

/** A number's raw score is only the answer before it is scaled back, so it has no column. */
const scoreNames = (output: string, fitted: Pipeline['outputs'][number]['target']['fitted']): string[] => {
  if (fitted.kind === 'binary') return [`${output}_score`]
  if (fitted.kind !== 'classes' && fitted.kind !== 'labels') return []
  return fitted.categories.map((category) => `${output}_score_${category}`)
}
