import { Command, CommanderError } from 'commander'
import { builtPaths } from '../app/builtPaths.ts'
import { createRunner } from './command.ts'
import { addCheck } from './commands/check.ts'
import { addCode } from './commands/code.ts'
import { addEngines } from './commands/engines.ts'
import { addEvaluate } from './commands/evaluate.ts'
import { addExport } from './commands/export.ts'
import { addImport } from './commands/import.ts'
import { addInspect } from './commands/inspect.ts'
import { addNew } from './commands/new.ts'
import { addPack } from './commands/pack.ts'
import { addPredict } from './commands/predict.ts'
import { addServe } from './commands/serve.ts'
import { addTrain } from './commands/train.ts'
import { addUnpack } from './commands/unpack.ts'
import { printUsageProblem } from './report.ts'

/** In the order of a first use, which is the order of help. */
const commands = [
  addNew,
  addImport,
  addCheck,
  addCode,
  addInspect,
  addTrain,
  addEvaluate,
  addPredict,
  addExport,
  addPack,
  addUnpack,
  addEngines,
  addServe,
]

/**
 * Runs one command line: results on stdout, everything else on stderr. Resolves to the exit code: 0 when all went well,
 * 1 for a problem with what was asked, 2 for a command line that was not understood.
 */
export async function main(argv: readonly string[]): Promise<number> {
  let exitCode = 0
  const program = new Command('layerloom')
    .description('Design, train, understand and export deep-learning models.')
    .version(builtPaths().version)
    .configureOutput({ outputError: () => {} })
    .showHelpAfterError(false)
    .exitOverride()
  const exit = (code: number) => {
    exitCode = code
  }
  const run = createRunner(exit)
  for (const add of commands) add(program, run, exit)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    const said = error.code === 'commander.help' ? 'No command was given' : error.message
    printUsageProblem(said, argv.includes('--json'))
    return 2
  }
}
