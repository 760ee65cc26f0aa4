/** How a column of numbers is encoded, missing cells by the median. */
export const number = (scale = 'standard') => ({ kind: 'number', scale, missing: 'median' })

/** Several columns, each with the encoding made for its name. */
export const columns = (names: readonly string[], encoding: (name: string) => unknown) =>
  names.map((name) => ({ column: name, encoding: encoding(name) }))

/** One of several classes, one-hot, with its loss and metrics. */
export const classes = (column: string, lossWeight?: number) => ({
  target: { column, encoding: { kind: 'classes', as: 'onehot' } },
  loss: 'categoricalCrossentropy',
  ...(lossWeight === undefined ? {} : { lossWeight }),
  metrics: ['accuracy', 'f1'],
})

/** Word ids separated by spaces, padded in front. */
export const words = (column: string, length: number) => [
  { column, encoding: { kind: 'sequence', separator: ' ', length, pad: 'before' } },
]
