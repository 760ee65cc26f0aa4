import { buildProject } from '../graph.ts'
import { features } from '../clustersData.ts'
import { classes, columns, number } from './columns.ts'

const dense = (name: string, after: string, column: number) => ({
  type: 'dense',
  name,
  params: { units: 64, activation: 'relu' },
  after: [after],
  at: [column, 0] as [number, number],
})
const dropout = (name: string, after: string, column: number) => ({
  type: 'dropout',
  name,
  params: { rate: 0.5 },
  after: [after],
  at: [column, 0] as [number, number],
})

/** The course's multilayer perceptron: 20-64-64-10 with Dropout and SGD with momentum, Nesterov and decay. */
export const clusters = buildProject({
  name: 'Ten clusters: Dropout and SGD',
  id: 'example-clusters',
  source: { file: 'data/clusters.csv' },
  nodes: [
    { input: { name: 'features', shape: [20], columns: columns(features, () => number()) }, at: [0, 0] },
    dense('dense_1', 'features', 1),
    dropout('dropout_1', 'dense_1', 2),
    dense('dense_2', 'dropout_1', 3),
    dropout('dropout_2', 'dense_2', 4),
    {
      type: 'dense',
      name: 'cluster',
      params: { units: 10, activation: 'softmax' },
      after: ['dropout_2'],
      at: [5, 0],
    },
    { output: classes('cluster'), of: 'cluster', at: [6, 0] },
  ],
  training: {
    split: { validation: 0.15, test: 0.2, stratify: 'cluster' },
    epochs: 20,
    batchSize: 128,
    optimizer: { type: 'sgd', learningRate: 0.01, momentum: 0.9, nesterov: true },
    schedule: { type: 'inverseTime', decay: 1e-6 },
  },
})
