import { buildProject } from '../graph.ts'
import { pixels } from '../digits.ts'
import { classes, columns, number } from './columns.ts'

/** The Sequential model of the course: 784 pixels, 32 units, ten classes, each activation a layer of its own. */
export const digitsSequential = buildProject({
  name: 'Digits: a Sequential model',
  id: 'example-digits-sequential',
  source: { file: 'data/digits28.csv' },
  nodes: [
    {
      input: { name: 'image', shape: [784], columns: columns(pixels(28), () => number('minmax')) },
      at: [0, 0],
    },
    { type: 'dense', name: 'dense_1', params: { units: 32 }, after: ['image'], at: [1, 0] },
    {
      type: 'activation',
      name: 'activation_1',
      params: { activation: 'relu' },
      after: ['dense_1'],
      at: [2, 0],
    },
    { type: 'dense', name: 'dense_2', params: { units: 10 }, after: ['activation_1'], at: [3, 0] },
    { type: 'activation', name: 'digit', params: { activation: 'softmax' }, after: ['dense_2'], at: [4, 0] },
    { output: classes('digit'), of: 'digit', at: [5, 0] },
  ],
  training: {
    split: { validation: 0.15, test: 0.2, stratify: 'digit' },
    epochs: 20,
    optimizer: { type: 'rmsprop', learningRate: 0.001 },
  },
})
