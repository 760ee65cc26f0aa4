import { main as serve } from '../../serve/serve.ts'
import { type AddCommand, wholeNumber } from '../command.ts'

/** `serve`: the app in a browser on this computer. Resolves once it listens; the process lives on until it is stopped. */
export const addServe: AddCommand = (program, _, exit) =>
  void program
    .command('serve')
    .description('serve the app to a browser on this computer and print its address')
    .option('--port <number>', 'where to listen; a free port when absent', wholeNumber(0, 65_535), 0)
    .option('--no-open', 'do not open a browser')
    .option('--root <folder>', 'the folder the page may browse; ~/Layerloom when absent')
    .action(async ({ port, open, root }: { port: number; open: boolean; root?: string }) => {
      const flags = [
        '--port',
        String(port),
        ...(open ? [] : ['--no-open']),
        ...(root ? ['--root', root] : []),
      ]
      await serve(flags)
      // It says itself what is wrong, and leaves a code.
      exit(Number(process.exitCode ?? 0))
    })
