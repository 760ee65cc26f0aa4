import { readFile, stat } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { inferGraph } from '../../../shared/infer.ts'
import { isWeightsFile } from '../../../shared/keras/isWeightsFile.ts'
import { readKeras } from '../../../shared/keras/readKeras.ts'
import { ProblemError } from '../../../shared/problems.ts'
import { readProblem } from '../../app/files/fileProblem.ts'
import { writeProjectFile } from '../../app/projects/projectFile.ts'
import type { AddCommand } from '../command.ts'
import { outPath } from '../outPath.ts'
import { counted, type Report } from '../report.ts'
import { sentenceOf } from '../sentences.ts'

/** `import`: a project made from Keras code; the code is read, never run. */
export const addImport: AddCommand = (program, run) =>
  void program
    .command('import <model> <out.loom>')
    .description(
      'write a project for a Keras model: JSON, a TensorFlow.js model.json or Python, which is read but never run',
    )
    .option('--force', 'overwrite an existing file')
    .option('--json', 'print one JSON object as the last line')
    .action((file: string, out: string, options: { json?: boolean; force?: boolean }) =>
      run(options, () => importModel(resolve(file), outPath(out), options.force === true)),
    )

async function importModel(file: string, asked: string, overwrite: boolean): Promise<Report> {
  const path = extname(asked) === '.loom' ? asked : `${asked}.loom`
  if (!overwrite && (await exists(path))) throw new ProblemError('fileExists', { file: path })
  if (isWeightsFile(file)) throw new ProblemError('codeWeightsFile', { file: basename(file) })
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw readProblem(error, file)
  })
  const read = readKeras(text)
  if ('problem' in read) throw new ProblemError(read.problem.code, read.problem.values)
  const project = { ...read.project, name: read.project.name || basename(path, '.loom') }
  await writeProjectFile(path, project)
  const { parameters } = inferGraph(project)
  const findings = read.findings.map(({ line, problem }) => ({
    line,
    ...problem,
    message: sentenceOf(problem),
  }))
  return {
    json: {
      project: path,
      layers: Object.keys(project.layers).length,
      parameters,
      findings,
      notRead: read.notRead,
    },
    text: [
      `${path}: ${counted(Object.keys(project.layers).length, 'layer')}, ${counted(parameters.total, 'parameter')}.`,
      ...findings.map(({ line, message }) => (line === null ? message : `Line ${line}: ${message}`)),
      ...(read.notRead.length ? ['Not read:'] : []),
      ...read.notRead.map(({ line, text: statement }) => `  ${line}  ${statement}`),
    ].join('\n'),
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
