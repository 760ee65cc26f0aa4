import { buildProject, type GraphText } from '../graph.ts'
import { columns, number } from './columns.ts'

const cardColumns = [
  'reports',
  'age',
  'income',
  'expenditure',
  'dependents',
  'months',
  'majorcards',
  'active',
]
const text: GraphText = {
  name: 'Credit card share',
  id: 'example-credit-card',
  source: { file: 'data/creditcard.csv' },
  nodes: [
    {
      input: {
        name: 'applicant',
        shape: [8],
        columns: columns(cardColumns, (name) =>
          number(name === 'income' || name === 'expenditure' ? 'log1p' : 'standard'),
        ),
      },
      at: [0, 0],
    },
    {
      type: 'dense',
      name: 'hidden_1',
      params: { units: 64, activation: 'relu' },
      after: ['applicant'],
      at: [1, 0],
    },
    {
      type: 'dense',
      name: 'hidden_2',
      params: { units: 64, activation: 'relu' },
      after: ['hidden_1'],
      at: [2, 0],
    },
    { type: 'dense', name: 'share', params: { units: 1 }, after: ['hidden_2'], at: [3, 0] },
    {
      output: {
        target: { column: 'share', encoding: number() },
        loss: 'meanSquaredError',
        metrics: ['mae', 'r2'],
      },
      of: 'share',
      at: [4, 0],
    },
  ],
  training: {
    epochs: 150,
    batchSize: 32,
    optimizer: { type: 'adam', learningRate: 0.003 },
    callbacks: [{ type: 'earlyStopping', patience: 40, restoreBest: true }],
  },
}

/** Regression on the credit-card table. */
export const creditCard = buildProject(text)
