import { resolve } from 'node:path'
import { Option } from 'commander'
import type { AddCommand } from '../command.ts'
import { outPath } from '../outPath.ts'
import { counted, figure } from '../report.ts'

/** `export`: a trained model for other programs. */
export const addExport: AddCommand = (program, run) =>
  void program
    .command('export <run>')
    .description('write a trained model for other programs')
    .addOption(new Option('--format <format>', 'what to write').choices(['tfjs']).makeOptionMandatory())
    .requiredOption('--out <folder>', 'where to write it')
    .option('--json', 'print one JSON object as the last line')
    .action((folder: string, options: { json?: boolean; format: string; out: string }) =>
      run(options, async (workbench) => {
        const out = outPath(options.out)
        const { files, proof } = await workbench.export(await workbench.openRun(resolve(folder)), out)
        return {
          json: { out, format: options.format, files, proof },
          text: `${out}: ${files.map(({ name }) => name).join(', ')}\nLoaded again, it answers ${counted(proof.rows, 'row')} as the run did (largest difference ${figure(proof.largestDifference)}).`,
        }
      }),
    )
