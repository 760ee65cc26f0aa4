import { type CastAttrs } from '@tensorflow/tfjs-core'
import { type Inputs, kernel } from './kernel.ts'

const cast = kernel<Inputs<'x'>, CastAttrs>('Cast', ({ x }, attrs, heap, stock) => {
  const { dtype } = attrs
  if (x.dtype === 'string' || dtype === 'string' || dtype === 'complex64') return stock({ x }, attrs)
  if (dtype === x.dtype) return heap.alias(x, x.shape)
  const out = heap.make(x.shape, dtype)
  const [from, to] = [heap.values(x), heap.values(out)]
  // tfjs wraps modulo 256: 0.5 and 256 would be false
  if (dtype === 'bool') for (let i = 0; i < from.length; i++) to[i] = from[i] === 0 ? 0 : 1
  else to.set(from)
  return out
})

const identity = kernel<Inputs<'x'>, object>('Identity', ({ x }, _, heap, stock) =>
  x.dtype === 'string' ? stock({ x }) : heap.alias(x, x.shape),
)

/** Casts; to the same type, and for Identity, the data is shared instead of copied. */
export const castKernels = [cast, identity]
