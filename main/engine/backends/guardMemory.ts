import { ProblemError } from '../../../shared/problems.ts'

/** How many bytes a WASM memory can address. */
export const wasmMemory = 2 ** 32

interface Allocator {
  readonly HEAPU8: Uint8Array
  _malloc: (bytes: number) => number
  _free: (at: number) => void
}

/**
 * Makes an allocation that fails throw `outOfMemory`. tfjs takes the 0 it is given then for a tensor's place and writes
 * over its own data; a size beyond 32 bits wraps round, and so does the end of a block that starts in the upper half.
 */
export const guardMemory = (wasm: Allocator): void => {
  // The first call puts the real function in the place of a stub; only then is it there to be wrapped.
  wasm._free(wasm._malloc(8))
  const allocate = wasm._malloc
  wasm._malloc = (bytes) => {
    const at = bytes < wasmMemory ? allocate(bytes) : 0
    if (bytes > 0 && (at === 0 || (at >>> 0) + bytes > wasm.HEAPU8.length))
      throw new ProblemError('outOfMemory')
    return at
  }
}

/** An error for an array that JavaScript cannot make as `outOfMemory`; any other as it is. */
export const asMemoryProblem = (error: unknown): unknown =>
  error instanceof RangeError && /allocation failed|(array|buffer) length/i.test(error.message)
    ? new ProblemError('outOfMemory')
    : error
