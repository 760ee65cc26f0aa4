import { resolve } from 'node:path'
import type { AddCommand } from '../command.ts'
import { metricsText } from '../metricsText.ts'
import { counted } from '../report.ts'

/** `evaluate`: a trained run's metrics, on its own rows or on another file's. */
export const addEvaluate: AddCommand = (program, run) =>
  void program
    .command('evaluate <run>')
    .description("compute a run's metrics again, or on another file")
    .option('--data <file>', 'another file with the same columns')
    .option('--entry <name>', 'the table in a .zip that holds several')
    .option('--json', 'print one JSON object as the last line')
    .action((folder: string, options: { json?: boolean; data?: string; entry?: string }) =>
      run(options, async (workbench) => {
        const found = await workbench.openRun(resolve(folder))
        const data =
          options.data === undefined ? undefined : { path: resolve(options.data), entry: options.entry }
        const { metrics, rows } = await workbench.evaluate(found, data)
        return { json: { metrics, rows }, text: `${metricsText(metrics)}\n\n${counted(rows, 'row')}` }
      }),
    )
