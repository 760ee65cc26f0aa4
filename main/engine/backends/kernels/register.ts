import { castKernels } from './cast.ts'
import { conv2dKernels } from './conv2d.ts'
import { conv3dKernels } from './conv3d.ts'
import { depthwiseKernels } from './depthwise.ts'
import { gatherKernels } from './gather.ts'
import { type Kernel, replaceKernel, wasmHeap } from './kernel.ts'
import { matmulKernels } from './matmul.ts'
import { poolingKernels } from './pooling.ts'
import { preluKernels } from './prelu.ts'
import { reduceKernels } from './reduce.ts'
import { sliceKernels } from './slice.ts'
import { transposeKernels } from './transpose.ts'

/** Every kernel of tfjs-backend-wasm that we replace, or that it lacks. */
const kernels: readonly Kernel[] = [
  ...castKernels,
  ...conv2dKernels,
  ...conv3dKernels,
  ...depthwiseKernels,
  ...gatherKernels,
  ...matmulKernels,
  ...poolingKernels,
  ...preluKernels,
  ...reduceKernels,
  ...sliceKernels,
  ...transposeKernels,
]

/** Puts our kernels in place; called once, after the wasm backend has started. */
export const registerKernels = (): void => {
  const heap = wasmHeap()
  for (const kernel of kernels) replaceKernel(heap, kernel)
}
