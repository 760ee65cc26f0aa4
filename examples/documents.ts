import { buildProject, type GraphText } from './graph.ts'

const number = (scale = 'standard') => ({ kind: 'number', scale, missing: 'median' })
const columns = (names: string[], encoding: (name: string) => unknown) =>
  names.map((name) => ({ column: name, encoding: encoding(name) }))

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
const creditCard: GraphText = {
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

const infert: GraphText = {
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

const xor = (model: 'perceptron' | 'mlp'): GraphText => ({
  name: model === 'mlp' ? 'XOR by a multilayer perceptron' : 'XOR by a perceptron',
  id: `example-xor-${model}`,
  source: { file: 'data/xor.csv' },
  nodes: [
    { input: { name: 'bits', shape: [2], columns: columns(['a', 'b'], () => number('none')) }, at: [0, 0] },
    ...(model === 'mlp'
      ? [
          {
            type: 'dense',
            name: 'hidden',
            params: { units: 8, activation: 'tanh' },
            after: ['bits'],
            at: [1, 0] as [number, number],
          },
        ]
      : []),
    {
      type: 'dense',
      name: 'xor',
      params: { units: 1, activation: 'sigmoid' },
      after: [model === 'mlp' ? 'hidden' : 'bits'],
      at: [model === 'mlp' ? 2 : 1, 0],
    },
    {
      output: {
        target: { column: 'xor', encoding: { kind: 'binary', positive: '1' } },
        loss: 'binaryCrossentropy',
        metrics: ['accuracy'],
      },
      of: 'xor',
      at: [model === 'mlp' ? 3 : 2, 0],
    },
  ],
  training: {
    split: { validation: 0, test: 0 },
    epochs: 300,
    batchSize: 'all',
    optimizer: { type: 'adam', learningRate: 0.05 },
  },
})

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
const headline: GraphText = {
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

/** Every example's document, by its folder. */
export const documents = {
  'credit-card': buildProject(creditCard),
  infert: buildProject(infert),
  'xor-perceptron': buildProject(xor('perceptron')),
  'xor-mlp': buildProject(xor('mlp')),
  headline: buildProject(headline),
}
