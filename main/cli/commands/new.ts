import { mkdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { inferGraph } from '../../../shared/infer.ts'
import { leftOutReason } from '../../../shared/leftOutReason.ts'
import { ProblemError } from '../../../shared/problems.ts'
import { isInput, isOutput, type Project } from '../../../shared/project.ts'
import { proposeProject } from '../../../shared/proposal.ts'
import type { TableProfile } from '../../../shared/table.ts'
import { isWithin, realPath } from '../../app/files/containment.ts'
import { writeProblem } from '../../app/files/fileProblem.ts'
import { writeProjectFile } from '../../app/projects/projectFile.ts'
import { sourcePath } from '../../app/projects/sources.ts'
import type { Workbench } from '../../app/workbench.ts'
import type { AddCommand } from '../command.ts'
import { sayWarnings } from '../dataWarnings.ts'
import { leftOutText } from '../leftOutText.ts'
import { badRowsText, oddRowsText } from '../oddRowsText.ts'
import { outPath } from '../outPath.ts'
import { counted, type Report } from '../report.ts'
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
  await sayWarnings(workbench, { project, path })
  return describe(path, project, profile, options.inputs === undefined)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

function describe(path: string, project: Project, profile: TableProfile, isProposed: boolean): Report {
  const nodes = Object.values(project.nodes)
  const inputs = nodes.flatMap((node) =>
    isInput(node) ? node.input.columns.map(({ column }) => column) : [],
  )
  const targetKinds = nodes.flatMap((node) => {
    const target = isOutput(node) ? node.output.target : undefined
    return target ? [{ column: target.column, kind: target.encoding.kind }] : []
  })
  const targets = targetKinds.map(({ column }) => column)
  const leftOut = isProposed ? leftOutColumns(profile, [...inputs, ...targets]) : []
  const withoutTarget = profile.columns
    .filter(({ name, missing }) => missing > 0 && targets.includes(name))
    .map(({ name, missing }) => ({ column: name, rows: missing }))
  const { dialect, oddRows = [], badRowCount } = profile
  const { total, trainable } = inferGraph(project).parameters
  const learnt = targetKinds.map(({ column, kind }) => `${column} (${kind})`).join(', ')
  return {
    json: {
      project: path,
      inputs,
      targets,
      targetKinds,
      parameters: { total, trainable },
      leftOut,
      withoutTarget,
      skippedLines: dialect.skip,
      oddRows,
      badRowCount,
    },
    text: [
      `${path}: learns ${learnt} from ${inputs.join(', ')} with ${counted(total, 'parameter')}.`,
      ...(leftOut.length > 0 ? [`No inputs: ${leftOut.map(leftOutText).join(', ')}`] : []),
      ...withoutTarget.map(({ column, rows }) => `${counted(rows, 'row')} without ${column}`),
      ...(dialect.skip > 0 ? [`${counted(dialect.skip, 'line')} above the table left out`] : []),
      ...oddRows.map(oddRowsText),
      ...(badRowCount > 0 ? [`${badRowsText(badRowCount)}; see the command inspect`] : []),
    ].join('\n'),
  }
}

/** Columns that were not chosen, and why. */
const leftOutColumns = ({ columns, rows }: TableProfile, used: readonly string[]) =>
  columns.flatMap((column) => {
    const reason = used.includes(column.name) ? null : leftOutReason(column, rows)
    return reason === null ? [] : [{ column: column.name, reason }]
  })
