import { engine, type Tensor, util } from '@tensorflow/tfjs-core'
import { wasmHeap } from './kernels/kernel.ts'

/**
 * A float32 tensor's own numbers on the WASM memory, to read and write in place. Valid only until the next
 * allocation of any tensor, which may move the memory: take the views of all tensors of a computation after
 * the last one is made, and keep none. Clones share their data: never write into weights, but into a
 * `freshTensor` that is then assigned.
 */
export const heapView = (tensor: Tensor): Float32Array => {
  if (tensor.dtype !== 'float32') throw new Error(`A view needs float32, found ${tensor.dtype}.`)
  return wasmHeap().floats(tensor)
}

/** A new float32 tensor on the WASM memory whose contents are undefined until written through `heapView`. */
export const freshTensor = (shape: readonly number[]): Tensor => {
  util.assertNonNegativeIntegerDimensions([...shape])
  return engine().makeTensorFromTensorInfo(wasmHeap().make(shape))
}
