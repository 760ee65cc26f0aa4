import type { TrainingEvent, TrainPlan } from '../../shared/engineContract.ts'
import { tableOf } from '../../shared/prep/tableOf.test-support.ts'
import { type Project, projectSchema } from '../../shared/project.ts'
import type { RunResult } from '../../shared/run.ts'
import type { Table } from '../../shared/table.ts'
import { loadWasmForTests } from './backends/wasmBytes.test-support.ts'
import type { Backend } from './backends/backend.ts'
import { wasmBackend } from './backends/wasm.ts'
import type { EngineHost } from './host.ts'
import { train } from './train/train.ts'

/** The WASM backend as tests load it. */
export const testBackend: Backend = {
  id: 'wasm',
  title: 'WebAssembly',
  memoryBytes: wasmBackend.memoryBytes,
  probe: () => Promise.resolve({ available: true, device: 'CPU' }),
  load: loadWasmForTests,
}

/** A host that keeps everything in memory: one stored table for each source, files by `dir/name`. */
export const memoryHost = (tables: Record<string, Table>) => {
  const files = new Map<string, Uint8Array>()
  const bytes = (dir: string, name: string) => {
    const found = files.get(`${dir}/${name}`)
    if (!found) throw new Error(`There is no ${dir}/${name}.`)
    return found
  }
  const host: EngineHost = {
    wasmBytes: () => Promise.reject(new Error('Tests load WASM themselves.')),
    readTable: (dir) => Promise.resolve(tables[dir] ?? tableOf({})),
    readText: (dir, name) => Promise.resolve(new TextDecoder().decode(bytes(dir, name))),
    readBytes: (dir, name) => Promise.resolve(bytes(dir, name)),
    write: (dir, name, content) => {
      files.set(`${dir}/${name}`, typeof content === 'string' ? new TextEncoder().encode(content) : content)
      return Promise.resolve()
    },
    yield: () => new Promise((resolve) => setImmediate(resolve)),
    memoryBytes: () => process.memoryUsage.rss(),
  }
  return { host, files }
}

type Layer = {
  type: string
  params?: Record<string, unknown>
  from: string[]
  layer?: string
  ports?: string[]
}
/** A project in short: `in` are inputs, `layers` calls by name with what feeds them (`name` or `name:port`), `out` outputs. */
export interface ShortProject {
  in: Record<string, Record<string, unknown>>
  layers: Record<string, Layer>
  out: Record<string, Record<string, unknown>>
  training?: Record<string, unknown>
  order?: { column?: string; group?: string }
}

/** The whole document of a short one; its one source is `data`. */
export const projectOf = ({ in: inputs, layers, out, training = {}, order }: ShortProject): Project => {
  const place = { x: 0, y: 0 }
  const edge = (from: string, to: string, port = 'input') => {
    const [node = '', output = 'output'] = from.split(':')
    return { from: node, out: output, to, in: port }
  }
  return projectSchema.parse({
    format: 1,
    id: 'test',
    name: 'test',
    layers: Object.fromEntries(
      Object.entries(layers)
        .filter(([, { layer }]) => layer === undefined)
        .map(([name, { type, params = {} }]) => [name, { type, name, params }]),
    ),
    nodes: Object.fromEntries([
      ...Object.entries(inputs).map(([name, input]) => [name, { input: { name, ...input }, ...place }]),
      ...Object.entries(layers).map(([name, { layer }]) => [name, { layer: layer ?? name, ...place }]),
      ...Object.entries(out).map(([name, output]) => [`${name}!`, { output, ...place }]),
    ]),
    edges: [
      ...Object.entries(layers).flatMap(([name, { from, ports }]) =>
        from.map((one, index) => edge(one, name, ports?.[index])),
      ),
      ...Object.keys(out).map((from) => edge(from, `${from}!`)),
    ],
    data: { sources: [{ id: 'data', file: 'data.csv' }], ...(order ? { order } : {}) },
    training,
  })
}

/** Columns of plain numbers for an input. */
export const numberColumns = (names: readonly string[], scale = 'none') =>
  names.map((column) => ({ column, encoding: { kind: 'number', scale } }))

/** A plan that trains a project on the source `data`, as its document says. */
export const planOf = (project: Project, overrides: Partial<TrainPlan> = {}): TrainPlan => ({
  project,
  sources: [{ source: 'data', dir: 'data' }],
  engine: 'wasm',
  seed: project.training.seed,
  epochs: project.training.epochs,
  batchSize: project.training.batchSize,
  runDir: 'run',
  ...overrides,
})

/** Trains to the end and gathers all there is to see. */
export const runToEnd = async (
  plan: TrainPlan,
  host: EngineHost,
  backend = testBackend,
  stop = { requested: false },
) => {
  const events: TrainingEvent[] = []
  for await (const event of train(plan, host, backend, stop)) events.push(event)
  const finished = events.find((event) => event.kind === 'finished')
  const losses = events.flatMap((event) => (event.kind === 'steps' ? [...event.losses] : []))
  const epochs = events.flatMap((event) => (event.kind === 'epoch' ? [event.record] : []))
  return { events, losses, epochs, result: finished?.result as RunResult, stopped: finished?.stopped }
}
