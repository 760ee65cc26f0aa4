import type { Fitted } from './fitted.ts'

/** How many values one row of an encoded column has. */
export const fittedWidth = (fitted: Fitted): number => {
  switch (fitted.kind) {
    case 'number':
      return fitted.flag ? 2 : 1
    case 'sequence':
      return fitted.length
    case 'binary':
      return 1
    case 'category':
      return fitted.as === 'onehot' ? fitted.categories.length + (fitted.unknown ? 1 : 0) : 1
    case 'classes':
      return fitted.as === 'onehot' ? fitted.categories.length : 1
  }
}
