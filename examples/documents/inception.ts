import { buildProject } from '../graph.ts'
import { pixels } from '../digits.ts'
import { classes, columns, number } from './columns.ts'

const conv = (name: string, size: number, after: string, at: [number, number]) => ({
  type: 'conv2d',
  name,
  params: { filters: 16, kernelSize: [size, size], padding: 'same', activation: 'relu' },
  after: [after],
  at,
})

/** An Inception module: windows of several sizes side by side, joined channel by channel. */
export const inception = buildProject({
  name: 'Digits: an Inception module',
  id: 'example-inception',
  source: { file: 'data/digits.csv' },
  nodes: [
    {
      input: { name: 'image', shape: [8, 8, 1], columns: columns(pixels(8), () => number('minmax')) },
      at: [0, 1.5],
    },
    conv('tower_0', 1, 'image', [2, -0.5]),
    conv('tower_1_reduce', 1, 'image', [1, 1]),
    conv('tower_1', 3, 'tower_1_reduce', [2, 1]),
    conv('tower_2_reduce', 1, 'image', [1, 2]),
    conv('tower_2', 5, 'tower_2_reduce', [2, 2]),
    {
      type: 'maxPooling2d',
      name: 'tower_3_pool',
      params: { poolSize: [3, 3], strides: [1, 1], padding: 'same' },
      after: ['image'],
      at: [1, 3],
    },
    conv('tower_3', 1, 'tower_3_pool', [2, 3]),
    {
      type: 'concatenate',
      name: 'concatenate',
      after: ['tower_0', 'tower_1', 'tower_2', 'tower_3'],
      at: [3, 1.5],
    },
    { type: 'globalAveragePooling2d', name: 'pooling', after: ['concatenate'], at: [4, 1.5] },
    {
      type: 'dense',
      name: 'digit',
      params: { units: 10, activation: 'softmax' },
      after: ['pooling'],
      at: [5, 1.5],
    },
    { output: classes('digit'), of: 'digit', at: [6, 1.5] },
  ],
  training: {
    split: { validation: 0.15, test: 0.2, stratify: 'digit' },
    epochs: 25,
    optimizer: { type: 'adam', learningRate: 0.01 },
  },
})
