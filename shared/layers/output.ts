import type { PaletteEntry } from './define.ts'

/** Marks a tensor as an output of the model. In a document it is an output node, not a layer. */
export const output: PaletteEntry = {
  type: 'output',
  category: 'output',
  title: 'Output',
  help: {
    en: 'Marks a result of the model: the column it predicts, its loss and its metrics.',
    ko: '모델의 출력을 나타냅니다. 예측할 열과 손실, 지표를 정합니다.',
  },
  source: 'https://keras.io/guides/functional_api/',
}
