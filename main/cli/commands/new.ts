import { mkdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { inferGraph } from '../../../shared/infer.ts'
import { ProblemError } from '../../../shared/problems.ts'
import { isInput, isOutput, type Project } from '../../../shared/project.ts'
import { proposeProject } from '../../../shared/proposal.ts'
import { isWithin, realPath } from '../../app/files/containment.ts'
import { writeProblem } from '../../app/files/fileProblem.ts'
import { writeProjectFile } from '../../app/projects/projectFile.ts'
import { sourcePath } from '../../app/projects/sources.ts'
import type { Workbench } from '../../app/workbench.ts'
import type { AddCommand } from '../command.ts'
import { outPath } from '../outPath.ts'
import type { Report } from '../report.ts'
import { parseInputs, parseTargets } from '../targets.ts'

interface NewOptions {
  readonly data: string
  readonly target: string
  readonly inputs?: string
  readonly entry?: string
  readonly force?: boolean
  readonly json?: boolean
}

/** `new`: a project for a table that trains at once. */
export const addNew: AddCommand = (program, run) =>
  void program
    .command('new <out.loom>')
    .description('write a project for a table: encodings, model, losses and split are proposed')
    .requiredOption('--data <file>', 'the table')
    .requiredOption('--target <columns>', 'what to learn: COL[:number|binary|classes][,…]')
    .option('--inputs <columns>', 'what to learn it from: COL,…; every usable column when absent')
    .option('--entry <name>', 'the table in a .zip that holds several')
    .option('--force', 'overwrite an existing file')
    .option('--json', 'print one JSON object as the last line')
    .action((out: string, options: NewOptions) =>
      run(options, async (workbench) => create(workbench, outPath(out), options)),
    )

async function create(workbench: Workbench, asked: string, options: NewOptions): Promise<Report> {
  const path = extname(asked) === '.loom' ? asked : `${asked}.loom`
  const home = dirname(path)
  if (!options.force && (await exists(path))) throw new ProblemError('fileExists', { file: path })
  const data = resolve(options.data)
  const { profile } = await workbench.datasets.open(data, { entry: options.entry })
  const names = profile.columns.map(({ name }) => name)
  const project = proposeProject({
    name: basename(path, '.loom'),
    file: sourcePath(home, data),
    ...(options.entry === undefined ? {} : { entry: options.entry }),
    profile,
    targets: parseTargets(options.target, names),
    ...(options.inputs === undefined ? {} : { inputs: parseInputs(options.inputs, names) }),
  })
  await mkdir(home, { recursive: true }).catch((error: unknown) => {
    throw writeProblem(error, home)
  })
  await writeProjectFile(path, project)
  // Naming a file here is the user's word that this project may read it.
  const real = await realPath(data)
  if (!isWithin(await realPath(home), real)) await workbench.allowed.add(real)
  return describe(path, project)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

function describe(path: string, project: Project): Report {
  const nodes = Object.values(project.nodes)
  const inputs = nodes.flatMap((node) =>
    isInput(node) ? node.input.columns.map(({ column }) => column) : [],
  )
  const targets = nodes.flatMap((node) =>
    isOutput(node) && node.output.target ? [node.output.target.column] : [],
  )
  const { total, trainable } = inferGraph(project).parameters
  return {
    json: { project: path, inputs, targets, parameters: { total, trainable } },
    text: `${path}: learns ${targets.join(', ')} from ${inputs.join(', ')} with ${total} parameters.`,
  }
}
