import { isJsonText } from './isJsonText.ts'

/** Whether a pasted text may be a Keras model: worth asking about, not more. */
export const looksLikeKeras = (text: string): boolean =>
  isJsonText(text)
    ? /"class_name"|"modelTopology"/.test(text)
    : /\b(Sequential|Model|Input|Dense|Conv\dD|LSTM|GRU|Embedding)\s*\(|\b(keras|layers)\.\w+|\.add\(/.test(
        text,
      )
