import {
  engine,
  getKernel,
  type KernelConfig,
  type KernelFunc,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core'
import { Heap, type WasmBackend } from './heap.ts'

/** Runs the kernel tfjs ships under a name, before our replacement. */
export type RunStock = (inputs: object, attrs?: object) => TensorInfo

/** One kernel of ours, by tfjs' kernel name. */
export interface Kernel {
  readonly name: string
  readonly run: (inputs: unknown, attrs: unknown, heap: Heap, stock: RunStock) => TensorInfo | TensorInfo[]
}

/** The tensors tfjs hands to a kernel, by name. */
export type Inputs<Names extends string> = Readonly<Record<Names, TensorInfo>>

/** Declares a kernel with the types tfjs documents for its inputs and attributes. */
export const kernel = <In, Attrs>(
  name: string,
  run: (inputs: In, attrs: Attrs, heap: Heap, stock: RunStock) => TensorInfo | TensorInfo[],
): Kernel => ({
  name,
  run: (inputs, attrs, heap, stock) => run(inputs as In, attrs as Attrs, heap, stock),
})

/** Runs any registered kernel of the wasm backend on tensor infos, outside tfjs' bookkeeping. */
export const runKernel = (heap: Heap, name: string, inputs: object, attrs: object = {}): TensorInfo => {
  const config = getKernel(name, 'wasm')
  if (!config) throw new Error(`The wasm backend has no kernel ${name}.`)
  return call(config, heap.backend, inputs, attrs)
}

const call = (config: KernelConfig, backend: WasmBackend, inputs: object, attrs: object): TensorInfo =>
  config.kernelFunc({
    inputs: inputs as NamedTensorInfoMap,
    attrs: attrs as NamedAttrMap,
    backend,
  }) as TensorInfo

/** Puts a kernel of ours in the place of tfjs', keeping the stock one's set-up. */
export const replaceKernel = (heap: Heap, { name, run }: Kernel): void => {
  const old = getKernel(name, 'wasm')
  const stock: RunStock = (inputs, attrs = {}) => {
    if (!old) throw new Error(`tfjs has no wasm kernel ${name}.`)
    return call(old, heap.backend, inputs, attrs)
  }
  const kernelFunc: KernelFunc = ({ inputs, attrs }) => run(inputs, attrs ?? {}, heap, stock)
  if (old) unregisterKernel(name, 'wasm')
  registerKernel({ ...old, kernelName: name, backendName: 'wasm', kernelFunc })
}

/** The memory of the running wasm backend. */
export const wasmHeap = (): Heap => new Heap(engine().findBackend('wasm') as unknown as WasmBackend)
