import { buildProject } from '../graph.ts'
import { incomeGroups, postLength, postVocabulary } from '../postsData.ts'
import { classes, number, words } from './columns.ts'

/** One input, three outputs of three kinds: a number, one of two, one of several. Ages are scaled, so their loss is near 1. */
export const posts = buildProject({
  name: 'Posts: age, income and gender',
  id: 'example-posts',
  source: { file: 'data/posts.csv' },
  nodes: [
    {
      input: { name: 'post', shape: [postLength], dtype: 'int32', columns: words('words', postLength) },
      at: [0, 1],
    },
    {
      type: 'embedding',
      name: 'embedding',
      params: { inputDim: postVocabulary, outputDim: 32 },
      after: ['post'],
      at: [1, 1],
    },
    {
      type: 'conv1d',
      name: 'conv1d',
      params: { filters: 64, kernelSize: [5], activation: 'relu' },
      after: ['embedding'],
      at: [2, 1],
    },
    { type: 'globalMaxPooling1d', name: 'pooling', after: ['conv1d'], at: [3, 1] },
    {
      type: 'dense',
      name: 'hidden',
      params: { units: 64, activation: 'relu' },
      after: ['pooling'],
      at: [4, 1],
    },
    { type: 'dense', name: 'age', params: { units: 1 }, after: ['hidden'], at: [5, 0] },
    {
      output: {
        target: { column: 'age', encoding: number() },
        loss: 'meanSquaredError',
        lossWeight: 1,
        metrics: ['mae', 'r2'],
      },
      of: 'age',
      at: [6, 0],
    },
    {
      type: 'dense',
      name: 'income',
      params: { units: incomeGroups.length, activation: 'softmax' },
      after: ['hidden'],
      at: [5, 1],
    },
    { output: classes('income', 1), of: 'income', at: [6, 1] },
    {
      type: 'dense',
      name: 'gender',
      params: { units: 1, activation: 'sigmoid' },
      after: ['hidden'],
      at: [5, 2],
    },
    {
      output: {
        target: { column: 'gender', encoding: { kind: 'binary', positive: 'female' } },
        loss: 'binaryCrossentropy',
        lossWeight: 1,
        metrics: ['accuracy', 'auc'],
      },
      of: 'gender',
      at: [6, 2],
    },
  ],
  training: {
    split: { validation: 0.15, test: 0.2 },
    epochs: 20,
    optimizer: { type: 'adam', learningRate: 0.002 },
    callbacks: [{ type: 'earlyStopping', patience: 5, restoreBest: true }],
  },
})
