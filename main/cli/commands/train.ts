import { resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import { type Problem, ProblemError } from '../../../shared/problems.ts'
import type { Project } from '../../../shared/project.ts'
import type { EpochRecord, Run, RunResult } from '../../../shared/run.ts'
import { readProjectFile } from '../../app/projects/projectFile.ts'
import type { Workbench, WorkbenchRun } from '../../app/workbench.ts'
import { type AddCommand, wholeNumber } from '../command.ts'
import { outPath } from '../outPath.ts'
import { sayWarnings } from '../dataWarnings.ts'
import { historyOf } from '../history.ts'
import { listenForInterrupts } from '../interrupts.ts'
import { metricsText } from '../metricsText.ts'
import { counted, figure, type Report } from '../report.ts'
import { trainProgress } from '../trainProgress.ts'

interface TrainOptions {
  readonly data?: string
  readonly entry?: string
  readonly epochs?: number
  readonly batchSize?: number | 'all'
  readonly seed?: number
  readonly engine?: string
  readonly out?: string
  readonly json?: boolean
}

const batchSize = (text: string): number | 'all' => {
  if (text === 'all') return text
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 10_000_000)
    throw new InvalidArgumentError('It must be a whole number from 1 to 10000000, or “all”.')
  return value
}

/** `train`: a run, whole, in a process of its own. */
export const addTrain: AddCommand = (program, run) =>
  void program
    .command('train <project>')
    .description('train a project and wait for it; Ctrl+C stops and keeps what was learned')
    .option('--data <file>', 'another file with the same columns instead of its first source')
    .option('--entry <name>', 'the table in it, when it is a .zip that holds several')
    .option('--epochs <number>', 'instead of what the project says', wholeNumber(1, 1_000_000))
    .option('--batch-size <number>', 'instead of what the project says', batchSize)
    .option('--seed <number>', 'instead of what the project says', wholeNumber(0, 0xffff_ffff))
    .option('--engine <id>', 'what trains; see the command engines')
    .option('--out <folder>', "the run's folder instead of one in NAME.runs beside the project")
    .option('--json', 'print one JSON object as the last line')
    .action((file: string, options: TrainOptions) =>
      run(options, async (workbench) => train(workbench, resolve(file), options)),
    )

async function train(workbench: Workbench, path: string, options: TrainOptions): Promise<Report> {
  const project = withOptions((await readProjectFile(path)).project, options)
  await requireEngine(workbench, project.training.engine)
  const records: EpochRecord[] = []
  const progress = trainProgress(project.training.epochs)
  const interrupts = listenForInterrupts()
  const data = options.data === undefined ? undefined : { path: resolve(options.data), entry: options.entry }
  const placed = { project, path, data }
  try {
    await sayWarnings(workbench, placed, interrupts.stop)
    const found = await workbench.train({
      ...placed,
      outDir: options.out === undefined ? undefined : outPath(options.out),
      onEvent: (event) => {
        if (event.kind === 'epoch') records.push(event.record)
        progress.tell(event)
      },
      stop: interrupts.stop,
      kill: interrupts.kill,
    })
    if (interrupts.kill.aborted) throw new ProblemError('cancelled')
    return describe(found, records)
  } finally {
    progress.end()
    interrupts.off()
  }
}

function withOptions(project: Project, { epochs, batchSize: size, seed, engine }: TrainOptions): Project {
  const training = {
    ...project.training,
    ...(epochs === undefined ? {} : { epochs }),
    ...(size === undefined ? {} : { batchSize: size }),
    ...(seed === undefined ? {} : { seed }),
    ...(engine === undefined ? {} : { engine }),
  }
  return { ...project, training }
}

async function requireEngine(workbench: Workbench, id: string): Promise<void> {
  if (id === 'auto') return
  const known = await workbench.engines.info()
  if (!known.some((engine) => engine.id === id && engine.available))
    throw new ProblemError('engineUnavailable', { engine: id })
}

function describe({ dir, run }: WorkbenchRun, records: readonly EpochRecord[]): Report {
  const { result } = run
  if (!result) {
    const { code, values } = (run.problem ?? { code: 'cancelled' }) as Problem
    throw new ProblemError(code, values)
  }
  const stopped = run.state === 'stopped'
  return {
    json: trainJson(dir, run, result, records),
    text: [
      metricsText(result.metrics),
      '',
      `${counted(result.epochs, 'epoch')} in ${figure(result.seconds)} s, ${Math.round(result.samplesPerSecond)} rows/s${stopped ? ', stopped by hand' : ''}`,
      `The run is kept in ${dir}`,
    ].join('\n'),
  }
}

function trainJson(dir: string, run: Run, result: RunResult, records: readonly EpochRecord[]) {
  const { epochs, bestEpoch, seconds, samplesPerSecond, metrics, rows, parameters, pipeline } = result
  const { total, trainable } = parameters
  return {
    run: dir,
    engine: run.engine.id,
    device: run.engine.device,
    epochs,
    ...(bestEpoch === undefined ? {} : { bestEpoch }),
    seconds,
    samplesPerSecond,
    seed: run.seed,
    stopped: run.state === 'stopped',
    history: historyOf(records),
    lossWeights: Object.fromEntries(pipeline.outputs.map(({ name, lossWeight }) => [name, lossWeight])),
    metrics,
    rows,
    parameters: { total, trainable },
  }
}
