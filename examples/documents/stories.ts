import { buildProject } from '../graph.ts'
import { questionLength, storyLength, storyWords } from '../storiesData.ts'
import { classes, words } from './columns.ts'

const vocabulary = storyWords.length + 1

/** Question answering: a story and a question, each read by an LSTM of its own, give one word. */
export const stories = buildProject({
  name: 'Stories: two inputs answer a question',
  id: 'example-stories',
  source: { file: 'data/stories.csv' },
  nodes: [
    {
      input: {
        name: 'story',
        shape: [storyLength],
        dtype: 'int32',
        columns: words('story_ids', storyLength),
      },
      at: [0, 0],
    },
    {
      type: 'embedding',
      name: 'story_embedding',
      params: { inputDim: vocabulary, outputDim: 32 },
      after: ['story'],
      at: [1, 0],
    },
    { type: 'lstm', name: 'story_lstm', params: { units: 32 }, after: ['story_embedding'], at: [2, 0] },
    {
      input: {
        name: 'question',
        shape: [questionLength],
        dtype: 'int32',
        columns: words('question_ids', questionLength),
      },
      at: [0, 1],
    },
    {
      type: 'embedding',
      name: 'question_embedding',
      params: { inputDim: vocabulary, outputDim: 32 },
      after: ['question'],
      at: [1, 1],
    },
    { type: 'lstm', name: 'question_lstm', params: { units: 16 }, after: ['question_embedding'], at: [2, 1] },
    { type: 'concatenate', name: 'concatenate', after: ['story_lstm', 'question_lstm'], at: [3, 0.5] },
    {
      type: 'dense',
      name: 'hidden',
      params: { units: 64, activation: 'relu' },
      after: ['concatenate'],
      at: [4, 0.5],
    },
    {
      type: 'dense',
      name: 'answer',
      params: { units: 6, activation: 'softmax' },
      after: ['hidden'],
      at: [5, 0.5],
    },
    { output: classes('answer'), of: 'answer', at: [6, 0.5] },
  ],
  training: {
    split: { validation: 0.1, test: 0.15 },
    epochs: 40,
    optimizer: { type: 'adam', learningRate: 0.005 },
    callbacks: [{ type: 'earlyStopping', patience: 8, restoreBest: true }],
  },
})
