import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { env, ready, setBackend } from '@tensorflow/tfjs-core'
import { ProblemError } from '../../../shared/problems.ts'
import type { Backend, BackendHost } from './backend.ts'
import { replaceGradients } from './gradients.ts'
import { guardMemory, wasmMemory } from './guardMemory.ts'
import { wasmHeap } from './kernels/kernel.ts'
import { registerKernels } from './kernels/register.ts'
import { fuseLstm } from './lstm/fuseLstm.ts'
import { addTensorMethods } from './tensorMethods.ts'

const BINARY = 'tfjs-backend-wasm-simd.wasm'
const hasSimd = async () => Boolean(await env().getAsync('WASM_HAS_SIMD_SUPPORT'))

interface Platform {
  fetch: (path: string) => Promise<{ ok: boolean; arrayBuffer: () => Promise<Uint8Array> }>
}

/** Starts tfjs' backend on a binary handed over as bytes: this works inside an asar and without any server. */
const startWith = async (bytes: Uint8Array): Promise<boolean> => {
  setWasmPaths('x/', true)
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  const platform = env().platform as unknown as Platform
  const { fetch } = platform
  platform.fetch = () => Promise.resolve({ ok: true, arrayBuffer: () => Promise.resolve(bytes) })
  try {
    // setBackend answers false instead of throwing
    return await setBackend('wasm')
  } finally {
    platform.fetch = fetch
  }
}

let loading: Promise<void> | undefined

const start = async (host: BackendHost) => {
  if (!(await hasSimd())) throw new ProblemError('engineUnavailable', { engine: 'wasm' })
  if (!(await startWith(await host.wasmBytes(BINARY)))) {
    throw new ProblemError('engineUnavailable', { engine: 'wasm' })
  }
  await ready()
  guardMemory(wasmHeap().backend.wasm)
  addTensorMethods()
  replaceGradients()
  registerKernels()
  fuseLstm()
}

/**
 * The embedded default: tfjs' single-threaded SIMD binary with the wrong and missing kernels replaced by
 * ours and the LSTM computed as one operation.
 */
export const wasmBackend: Backend = {
  id: 'wasm',
  title: 'WebAssembly',
  memoryBytes: wasmMemory,
  probe: async () =>
    (await hasSimd())
      ? { available: true, device: 'CPU (SIMD)' }
      : { available: false, device: 'CPU', why: 'noSimd' },
  load: async (host) => {
    loading ??= start(host)
    await loading
    if (!(await setBackend('wasm'))) throw new ProblemError('engineUnavailable', { engine: 'wasm' })
  },
}
