import { buildProject, type GraphText } from '../graph.ts'
import { columns, number } from './columns.ts'

const author = ['age', 'followers', 'posts', 'shares', 'hour']
const dense = (name: string, after: string[], at: [number, number]) => ({
  type: 'dense',
  name,
  params: { units: 64, activation: 'relu' },
  after,
  at,
})
const answer = (column: string, positive: string, lossWeight: number) => ({
  target: { column, encoding: { kind: 'binary', positive } },
  loss: 'binaryCrossentropy',
  lossWeight,
  metrics: ['accuracy', 'auc'],
})
const text: GraphText = {
  name: 'Headlines: two inputs, two outputs',
  id: 'example-headline',
  source: { file: 'data/headlines.csv' },
  nodes: [
    {
      input: {
        name: 'main_input',
        shape: [100],
        dtype: 'int32',
        columns: [
          { column: 'words', encoding: { kind: 'sequence', separator: ' ', length: 100, pad: 'before' } },
        ],
      },
      at: [0, 0],
    },
    {
      type: 'embedding',
      name: 'embedding',
      params: { inputDim: 10_000, outputDim: 512 },
      after: ['main_input'],
      at: [1, 0],
    },
    { type: 'lstm', name: 'lstm', params: { units: 32 }, after: ['embedding'], at: [2, 0] },
    {
      type: 'dense',
      name: 'auxiliary',
      params: { units: 1, activation: 'sigmoid' },
      after: ['lstm'],
      at: [3, -1],
    },
    { output: answer('auxiliary', 'sport', 0.2), of: 'auxiliary', at: [4, -1] },
    {
      input: { name: 'auxiliary_input', shape: [5], columns: columns(author, () => number()) },
      at: [2, 1.4],
    },
    { type: 'concatenate', name: 'concatenate', after: ['lstm', 'auxiliary_input'], at: [3, 0.4] },
    dense('dense_1', ['concatenate'], [4, 0.4]),
    dense('dense_2', ['dense_1'], [5, 0.4]),
    dense('dense_3', ['dense_2'], [6, 0.4]),
    {
      type: 'dense',
      name: 'main',
      params: { units: 1, activation: 'sigmoid' },
      after: ['dense_3'],
      at: [7, 0.4],
    },
    { output: answer('main', 'read', 1), of: 'main', at: [8, 0.4] },
  ],
  training: {
    split: { validation: 0.15, test: 0.2, stratify: 'main' },
    // 1,300 rows against five million weights: it learns them by heart from the third epoch on.
    epochs: 4,
    batchSize: 32,
    callbacks: [{ type: 'earlyStopping', patience: 1, restoreBest: true }],
  },
}

/** The functional API's model with an auxiliary input and output. */
export const headline = buildProject(text)
