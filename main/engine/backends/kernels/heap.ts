import { type DataType, type TensorInfo, util } from '@tensorflow/tfjs-core'

interface TensorData {
  readonly id: number
  readonly memoryOffset: number
  readonly refCount: number
  readonly shape: number[]
  readonly dtype: DataType
}

/** The parts of tfjs' BackendWasm that our kernels use; tfjs declares some of them private. */
export interface WasmBackend {
  readonly wasm: {
    readonly HEAPU8: Uint8Array
    _malloc: (bytes: number) => number
    _free: (at: number) => void
    readonly tfjs: {
      registerTensor: (id: number, size: number, offset: number) => void
      disposeData: (id: number) => void
    }
    cwrap: (
      name: string,
      result: null,
      args: readonly ('number' | 'array')[],
    ) => (...values: (number | Uint8Array)[]) => void
  }
  readonly dataIdMap: {
    get: (dataId: object) => TensorData
    delete: (dataId: object) => boolean
  }
  dataIdNextNumber: number
  makeOutput: (shape: number[], dtype: DataType, memoryOffset?: number) => TensorInfo
  incRef: (dataId: object) => void
  disposeData: (dataId: object, force?: boolean) => boolean
  typedArrayFromHeap: (tensor: TensorInfo) => Float32Array | Int32Array | Uint8Array
}

/**
 * Tensors on the memory of the WASM backend. Every allocation, also one inside a stock kernel, may grow the
 * memory and detach all views: take views after the last allocation.
 */
export class Heap {
  readonly backend: WasmBackend
  constructor(backend: WasmBackend) {
    this.backend = backend
  }

  /** A new tensor whose contents are undefined. */
  make(shape: readonly number[], dtype: DataType = 'float32'): TensorInfo {
    return this.backend.makeOutput([...shape], dtype)
  }

  /** A new tensor of zeros. */
  zeros(shape: readonly number[], dtype: DataType = 'float32'): TensorInfo {
    const made = this.make(shape, dtype)
    this.values(made).fill(0)
    return made
  }

  /** A second, counted name for the same data: the caller owns it like a new tensor. */
  alias(tensor: TensorInfo, shape: readonly number[]): TensorInfo {
    this.backend.incRef(tensor.dataId)
    return { dataId: tensor.dataId, shape: [...shape], dtype: tensor.dtype }
  }

  /** The same data under another shape, without a count: only for reading while `tensor` lives. */
  as(tensor: TensorInfo, shape: readonly number[]): TensorInfo {
    return { dataId: tensor.dataId, shape: [...shape], dtype: tensor.dtype }
  }

  free(...tensors: TensorInfo[]): void {
    for (const tensor of tensors) this.backend.disposeData(tensor.dataId)
  }

  /** The byte offset of a tensor's data. */
  offset(tensor: TensorInfo): number {
    return this.backend.dataIdMap.get(tensor.dataId).memoryOffset
  }

  floats(tensor: TensorInfo): Float32Array {
    return this.floatsAt(this.offset(tensor), util.sizeFromShape(tensor.shape))
  }

  floatsAt(offset: number, length: number): Float32Array {
    return new Float32Array(this.backend.wasm.HEAPU8.buffer, offset, length)
  }

  ints(tensor: TensorInfo): Int32Array {
    const length = util.sizeFromShape(tensor.shape)
    return new Int32Array(this.backend.wasm.HEAPU8.buffer, this.offset(tensor), length)
  }

  /** The data in the array type of its dtype. */
  values(tensor: TensorInfo): Float32Array | Int32Array | Uint8Array {
    return this.backend.typedArrayFromHeap(tensor)
  }

  get bytes(): Uint8Array {
    return this.backend.wasm.HEAPU8
  }

  /** Calls `read` with a tensor over memory that belongs to another one. */
  withView<T>(offset: number, shape: readonly number[], dtype: DataType, read: (view: TensorInfo) => T): T {
    const view = this.backend.makeOutput([...shape], dtype, offset)
    try {
      return read(view)
    } finally {
      this.backend.wasm.tfjs.disposeData(this.backend.dataIdMap.get(view.dataId).id)
      this.backend.dataIdMap.delete(view.dataId)
    }
  }

  /**
   * Calls `read` with a name of its own for a tensor's data. XNNPACK keeps packed weights by the weights' id
   * alone, so the same data under another shape, or changed in place, would meet the old packing.
   */
  withFreshId<T>(tensor: TensorInfo, read: (fresh: TensorInfo) => T): T {
    return this.withView(this.offset(tensor), tensor.shape, tensor.dtype, read)
  }
}
