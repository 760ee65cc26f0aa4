import { resolve } from 'node:path'
import { unpack } from '../../app/projects/pack/unpack.ts'
import type { AddCommand } from '../command.ts'
import { outPath } from '../outPath.ts'
import { counted } from '../report.ts'

/** `unpack`: a pack as a folder of its own. */
export const addUnpack: AddCommand = (program, run) =>
  void program
    .command('unpack <pack>')
    .description('unpack a .loompack file into a new folder')
    .option('--out <folder>', 'where the new folder is made', '.')
    .option('--json', 'print one JSON object as the last line')
    .action((file: string, options: { readonly out: string; readonly json?: boolean }) =>
      run(options, async () => {
        const { project, files } = await unpack(resolve(file), outPath(options.out))
        return { json: { project, files }, text: `${project}: ${counted(files, 'file')}.` }
      }),
    )
