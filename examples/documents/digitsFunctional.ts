import { buildProject } from '../graph.ts'
import { pixels } from '../digits.ts'
import { classes, columns, number } from './columns.ts'

/** The first functional model of the course: 64-32-32-10. */
export const digitsFunctional = buildProject({
  name: 'Digits: a functional model',
  id: 'example-digits-functional',
  source: { file: 'data/digits.csv' },
  nodes: [
    {
      input: { name: 'image', shape: [64], columns: columns(pixels(8), () => number('minmax')) },
      at: [0, 0],
    },
    {
      type: 'dense',
      name: 'dense_1',
      params: { units: 32, activation: 'relu' },
      after: ['image'],
      at: [1, 0],
    },
    {
      type: 'dense',
      name: 'dense_2',
      params: { units: 32, activation: 'relu' },
      after: ['dense_1'],
      at: [2, 0],
    },
    {
      type: 'dense',
      name: 'digit',
      params: { units: 10, activation: 'softmax' },
      after: ['dense_2'],
      at: [3, 0],
    },
    { output: classes('digit'), of: 'digit', at: [4, 0] },
  ],
  training: {
    split: { validation: 0.15, test: 0.2, stratify: 'digit' },
    epochs: 30,
    optimizer: { type: 'adam', learningRate: 0.003 },
  },
})
