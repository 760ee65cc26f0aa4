/** What the process or page that hosts the engine hands in: the engine itself opens no file and no address. */
export interface BackendHost {
  /** The bytes of one of tfjs-backend-wasm's binaries, named as in its `dist` folder. */
  readonly wasmBytes: (file: string) => Promise<Uint8Array>
}

/** Whether a backend can run here, on what, and if not the reason as a word the page can translate. */
interface Probe {
  readonly available: boolean
  readonly device: string
  readonly why?: 'noSimd'
}

/** One way of running tfjs; after `load` every tfjs operation of this process or page runs on it. */
export interface Backend {
  readonly id: 'wasm' | 'cpu'
  readonly title: string
  /** What its tensors can take at most. */
  readonly memoryBytes: number
  readonly probe: () => Promise<Probe>
  /** Makes the backend current; throws `engineUnavailable` when it cannot be had. */
  readonly load: (host: BackendHost) => Promise<void>
}
