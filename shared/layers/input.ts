import type { PaletteEntry } from './define.ts'

/** Where data enter the model. In a document it is an input node, not a layer. */
export const input: PaletteEntry = {
  type: 'input',
  category: 'input',
  title: 'Input',
  help: {
    en: 'Where data enter the model: its shape, and which columns fill it.',
    ko: '데이터가 모델로 들어오는 곳입니다. 모양과 채울 열을 정합니다.',
  },
  source: 'https://keras.io/api/layers/core_layers/input/',
}
