import { type Command, InvalidArgumentError } from 'commander'
import { appDataFolder } from '../app/appData.ts'
import { builtPaths } from '../app/builtPaths.ts'
import { forkHost } from '../app/engines/forkHost.ts'
import { createWorkbench, type Workbench } from '../app/workbench.ts'
import { toProblem } from '../../shared/problems.ts'
import { print, printProblem, type Report } from './report.ts'

/** Adds one command to the program. What it does ends with `run`, or with `exit` when it needs no core of its own. */
export type AddCommand = (program: Command, run: RunCommand, exit: (code: number) => void) => void

/** Does a command's work with a core of its own, prints what came of it and notes the exit code. */
export type RunCommand = (
  options: { readonly json?: boolean },
  work: (workbench: Workbench) => Promise<Report>,
) => Promise<void>

/** A runner that tells `onExit` each command's exit code. */
export const createRunner =
  (onExit: (code: number) => void): RunCommand =>
  async ({ json = false }, work) => {
    const built = builtPaths()
    const workbench = createWorkbench({
      appData: appDataFolder(),
      examplesDir: built.examples,
      enginePath: built.engine,
      datasetWorkerPath: built.datasetWorker,
      viewWorkerPath: built.viewWorker,
      version: built.version,
      language: 'en',
      forkEngine: forkHost,
    })
    try {
      const report = await work(workbench)
      print(report, json)
      onExit(report.exitCode ?? 0)
    } catch (error) {
      printProblem(toProblem(error), json)
      onExit(1)
    } finally {
      await workbench.close()
    }
  }

/** Reads an option that is a whole number between two limits. */
export const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most)
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  return value
}
