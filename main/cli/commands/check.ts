import { dirname, resolve } from 'node:path'
import { inferGraph } from '../../../shared/infer.ts'
import { nodeTitle } from '../../../shared/names.ts'
import { type Problem, toProblem } from '../../../shared/problems.ts'
import { type GraphNode, isCall, isInput, type Project, type Source } from '../../../shared/project.ts'
import { repairsFor } from '../../../shared/repairs/repairsFor.ts'
import { prepareSources, readingOf } from '../../app/projects/sourceTables.ts'
import { namedPath } from '../../app/projects/sources.ts'
import { readProjectFile } from '../../app/projects/projectFile.ts'
import type { DataWarning } from '../../../shared/survey.ts'
import type { Workbench } from '../../app/workbench.ts'
import type { AddCommand } from '../command.ts'
import { dataWarnings, describeWarning, warningText } from '../dataWarnings.ts'
import { counted, figure, type Report, table } from '../report.ts'
import { repairSentence, sentenceOf } from '../sentences.ts'

/** `check`: every problem of a project, every node's shapes, and its parameters. */
export const addCheck: AddCommand = (program, run) =>
  void program
    .command('check <project>')
    .description('say what keeps a project from training, and its shapes and parameters')
    .option('--json', 'print one JSON object as the last line')
    .action((file: string, options) => run(options, async (workbench) => check(workbench, resolve(file))))

async function check(workbench: Workbench, path: string): Promise<Report> {
  const { project: written } = await readProjectFile(path)
  const { project, problems: sourceProblems } = await withColumns(workbench, written, dirname(path))
  const analysis = inferGraph(project)
  const describe = (id: string | null, name: string | null) => (problem: Problem) => ({
    node: id,
    name,
    ...problem,
    message: sentenceOf(problem),
    repairs: repairsFor(project, analysis, id, problem).map(repairSentence),
  })
  const nodes = Object.entries(project.nodes).map(([id, node]) => describeNode(project, id, node, analysis))
  const graphProblems = [
    ...[...analysis.problems, ...sourceProblems].map(describe(null, null)),
    ...nodes.flatMap(({ id, name }) => (analysis.nodes[id]?.problems ?? []).map(describe(id, name))),
  ]
  const { warnings, problem } = await survey(workbench, written, path)
  // What is wrong with the graph or a file is often what keeps the rows from being looked at.
  const isNew = problem !== undefined && graphProblems.length === 0
  const problems = isNew ? [describe(null, null)(problem)] : graphProblems
  const { total, trainable } = analysis.parameters
  const ok = problems.length === 0
  return {
    json: { ok, problems, warnings: warnings.map(describeWarning), nodes, parameters: { total, trainable } },
    text: [
      nodesText(nodes),
      '',
      `${counted(total, 'parameter')}, ${trainable} trainable`,
      ...problems.flatMap(({ name, message, repairs }) => [
        name === null ? message : `${name}: ${message}`,
        ...repairs.map((repair) => `  ${repair}`),
      ]),
      ...(ok ? ['No problems.'] : []),
      ...warnings.map(warningText),
    ].join('\n'),
    exitCode: ok ? 0 : 1,
  }
}

/** What the data is to be warned of, or what keeps its rows from being looked at, and so from training. */
async function survey(
  workbench: Workbench,
  project: Project,
  path: string,
): Promise<{ warnings: readonly DataWarning[]; problem?: Problem }> {
  try {
    return { warnings: await dataWarnings(workbench, { project, path }) }
  } catch (error) {
    return { warnings: [], problem: toProblem(error) }
  }
}

/** The project with what its files say of their columns, so that missing ones are found; and what is wrong with the files. */
async function withColumns(
  workbench: Workbench,
  project: Project,
  home: string,
): Promise<{ project: Project; problems: readonly Problem[] }> {
  const problems: Problem[] = []
  const sources: Source[] = []
  for (const source of project.data.sources) {
    try {
      const alone = { ...project, data: { ...project.data, sources: [source] } }
      const open = await prepareSources(workbench, { home, chosen: new Set(), root: null }, alone)
      await open(new AbortController().signal)
      const { profile } = await workbench.datasets.open(namedPath(home, source), readingOf(source))
      const columns = Object.fromEntries(profile.columns.map(({ name, type }) => [name, { type }]))
      sources.push({ ...source, columns })
    } catch (error) {
      problems.push(toProblem(error))
      sources.push(source)
    }
  }
  return { project: { ...project, data: { ...project.data, sources } }, problems }
}

interface NodeReport {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly shapes: Readonly<Record<string, readonly (number | null)[]>>
  readonly parameters: number
}

function describeNode(
  project: Project,
  id: string,
  node: GraphNode,
  analysis: ReturnType<typeof inferGraph>,
): NodeReport {
  const { outputs = {}, parameters = 0 } = analysis.nodes[id] ?? {}
  const shapes = Object.fromEntries(
    Object.entries(outputs).flatMap(([port, tensor]) => (tensor ? [[port, tensor.shape] as const] : [])),
  )
  return { id, name: nodeTitle(project, node), type: typeOf(project, node), shapes, parameters }
}

const typeOf = (project: Project, node: GraphNode): string =>
  isCall(node) ? (project.layers[node.layer]?.type ?? '') : isInput(node) ? 'input' : 'output'

const nodesText = (nodes: readonly NodeReport[]): string =>
  table([
    ['Node', 'Type', 'Output shape', 'Parameters'],
    ...nodes.map(({ name, type, shapes, parameters }) => [
      name,
      type,
      Object.values(shapes).map(shapeText).join(' '),
      figure(parameters),
    ]),
  ])

const shapeText = (shape: readonly (number | null)[]): string =>
  `[${shape.map((size) => size ?? '?').join(', ')}]`
