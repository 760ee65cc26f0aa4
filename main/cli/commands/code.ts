import { resolve } from 'node:path'
import { Option } from 'commander'
import { inferGraph } from '../../../shared/infer.ts'
import { kerasJson } from '../../../shared/keras/kerasJson.ts'
import { kerasPython } from '../../../shared/keras/kerasPython.ts'
import { readProjectFile } from '../../app/projects/projectFile.ts'
import type { AddCommand } from '../command.ts'

const writers = { python: kerasPython, json: kerasJson }
type Language = keyof typeof writers

/** `code`: a project's graph as Keras code; no data and no run are needed. */
export const addCode: AddCommand = (program, run) =>
  void program
    .command('code <project>')
    .description('print the model as Keras code, without a run')
    .addOption(new Option('--as <language>', 'what to write').choices(Object.keys(writers)).default('python'))
    .option('--json', 'print one JSON object as the last line')
    .action((file: string, options: { json?: boolean; as: Language }) =>
      run(options, async () => {
        const { project } = await readProjectFile(resolve(file))
        const { text } = writers[options.as](project, inferGraph(project))
        return { json: { language: options.as, code: text }, text: text.trimEnd() }
      }),
    )
