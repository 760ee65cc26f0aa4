/** Every program built for Node or Electron: one self-contained file each, nothing read from node_modules at run time. */
export const entries = [
  { name: 'preload', input: 'main/preload.ts', output: 'out/preload/index.cjs', format: 'cjs' },
  { name: 'desktop', input: 'main/index.ts', output: 'out/main/index.js', format: 'es' },
  { name: 'engine', input: 'main/engine/hosts/process.ts', output: 'out/engine/process.cjs', format: 'cjs' },
  {
    name: 'data set worker',
    input: 'main/app/datasets/worker.ts',
    output: 'out/main/datasetWorker.js',
    format: 'es',
  },
  {
    name: 'table view worker',
    input: 'main/app/datasets/views/worker.ts',
    output: 'out/main/viewWorker.js',
    format: 'es',
  },
  {
    name: 'steps of exports',
    input: 'shared/prep/steps/exportedSteps.ts',
    output: 'out/engine/steps.mjs',
    format: 'es',
    // Only what runs: schemas are for the app.
    pure: ['z'],
  },
  { name: 'serve', input: 'main/serve/serve.ts', output: 'out/serve/index.js', format: 'es' },
  { name: 'cli', input: 'main/cli/cli.ts', output: 'out/cli/index.js', format: 'es' },
]

/** Files copied as they are, source and destination. */
export const copies = [
  [
    'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
    'out/engine/tfjs-backend-wasm-simd.wasm',
  ],
  ['build/icons/512x512.png', 'out/icon.png'],
]
