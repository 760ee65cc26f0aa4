import { buildProject, type GraphText } from '../graph.ts'
import { columns, number } from './columns.ts'

const text: GraphText = {
  name: 'Infertility case or control',
  id: 'example-infert',
  source: { file: 'data/infert.csv' },
  nodes: [
    {
      input: {
        name: 'woman',
        shape: [5],
        columns: [
          {
            column: 'education',
            encoding: {
              kind: 'category',
              as: 'ordinal',
              categories: ['0-5yrs', '6-11yrs', '12+ yrs'],
              missing: 'mostFrequent',
            },
          },
          ...columns(['age', 'parity', 'induced', 'spontaneous'], () => number()),
        ],
      },
      at: [0, 0],
    },
    {
      type: 'dense',
      name: 'hidden',
      params: { units: 16, activation: 'relu' },
      after: ['woman'],
      at: [1, 0],
    },
    { type: 'dropout', name: 'dropout', params: { rate: 0.2 }, after: ['hidden'], at: [2, 0] },
    {
      type: 'dense',
      name: 'case',
      params: { units: 1, activation: 'sigmoid' },
      after: ['dropout'],
      at: [3, 0],
    },
    {
      output: {
        target: { column: 'case', encoding: { kind: 'binary', positive: '1' } },
        loss: 'binaryCrossentropy',
        metrics: ['accuracy', 'auc'],
      },
      of: 'case',
      at: [4, 0],
    },
  ],
  training: {
    // A stratum is one case with its two controls: a split that tore it apart would leak.
    split: { validation: 0.15, test: 0.25, group: 'stratum' },
    epochs: 60,
    batchSize: 16,
    optimizer: { type: 'adam', learningRate: 0.01 },
    callbacks: [{ type: 'earlyStopping', patience: 15, restoreBest: true }],
  },
}

/** Classification on a matched study. */
export const infert = buildProject(text)
