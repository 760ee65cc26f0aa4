import { rateParam } from './choices.ts'
import { defineLayer, oneInput, oneOutput, type PaletteEntry } from './define.ts'
import { firstProblem, floatProblem, rankProblem, tensorAt } from './shapes.ts'

/** A layer that hides whole channels of [...places, channels] while training, over `axes` axes of places. */
export const defineSpatialDropout = (
  words: Pick<PaletteEntry, 'type' | 'title' | 'help'>,
  className: string,
  axes: number,
) =>
  defineLayer({
    ...words,
    category: 'regularise',
    formula: String.raw`y_c = \frac{m_c \, x_c}{1 - p}, \quad m_c \sim \mathrm{Bernoulli}(1 - p)`,
    source: 'https://arxiv.org/abs/1411.4280',
    inputs: oneInput,
    outputs: () => oneOutput,
    params: { rate: rateParam(0.5) },
    card: ['rate'],
    infer(inputs) {
      const spec = tensorAt(inputs)
      const problem = firstProblem(floatProblem(spec), rankProblem(spec, axes + 1))
      return problem ? { problem } : { outputs: { output: spec } }
    },
    weights: () => [],
    flops: () => 0,
    outputActivation: () => 'input',
    keras: { className, fixed: { seed: null } },
  })
