import { buildProject, type GraphText } from '../graph.ts'
import { columns, number } from './columns.ts'

const text = (model: 'perceptron' | 'mlp'): GraphText => ({
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

/** XOR, which one neuron cannot learn and eight hidden ones can. */
export const xorPerceptron = buildProject(text('perceptron'))
export const xorMlp = buildProject(text('mlp'))
