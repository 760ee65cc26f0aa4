import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { wasmBackend } from './wasm.ts'

const dist = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))

/** Makes the wasm backend, with our kernels, the current one of a test process. */
export const loadWasmForTests = (): Promise<void> =>
  wasmBackend.load({ wasmBytes: (file) => readFile(join(dist, file)) })
