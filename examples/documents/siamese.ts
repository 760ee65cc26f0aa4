import { buildProject } from '../graph.ts'
import { pixels } from '../digits.ts'
import { columns, number } from './columns.ts'

const image = (name: string, row: number) => ({
  input: { name, shape: [64], columns: columns(pixels(8, `${name}_`), () => number('minmax')) },
  at: [0, row] as [number, number],
})
/** The second tower calls the layers of the first. */
const tower = (side: 'a' | 'b', row: number) => {
  const end = side === 'a' ? '' : '_b'
  const dense = (name: string, units: number, after: string, column: number) => ({
    type: 'dense',
    name: `${name}${end}`,
    ...(side === 'b' ? { calls: name } : {}),
    params: { units, activation: 'relu' },
    after: [after],
    at: [column, row] as [number, number],
  })
  return [dense('tower_1', 64, side, 1), dense('tower_2', 32, `tower_1${end}`, 2)]
}

/** Two images through one tower: the weights are shared, and |a − b| tells whether both show the same digit. */
export const siamese = buildProject({
  name: 'Digits: a siamese pair',
  id: 'example-siamese',
  source: { file: 'data/pairs.csv' },
  nodes: [
    image('a', 0),
    ...tower('a', 0),
    image('b', 1),
    ...tower('b', 1),
    {
      type: 'subtract',
      name: 'difference',
      after: ['tower_2', 'tower_2_b'],
      ports: ['first', 'second'],
      at: [3, 0.5],
    },
    { type: 'math', name: 'distance', params: { function: 'abs' }, after: ['difference'], at: [4, 0.5] },
    {
      type: 'dense',
      name: 'same',
      params: { units: 1, activation: 'sigmoid' },
      after: ['distance'],
      at: [5, 0.5],
    },
    {
      output: {
        target: { column: 'same', encoding: { kind: 'binary', positive: 'yes' } },
        loss: 'binaryCrossentropy',
        metrics: ['accuracy', 'auc'],
      },
      of: 'same',
      at: [6, 0.5],
    },
  ],
  training: {
    split: { validation: 0.15, test: 0.2, stratify: 'same' },
    epochs: 30,
    optimizer: { type: 'adam', learningRate: 0.003 },
    callbacks: [{ type: 'earlyStopping', patience: 8, restoreBest: true }],
  },
})
