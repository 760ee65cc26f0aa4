import { join } from 'node:path'
import { app } from 'electron'
import { builtPaths } from '../app/builtPaths.ts'

/** The portable Windows build keeps everything beside itself; must run before anything asks for the app's folder. */
export function usePortableFolder(env: NodeJS.ProcessEnv = process.env): void {
  const beside = env['PORTABLE_EXECUTABLE_DIR']
  if (beside) app.setPath('userData', join(beside, 'Layerloom data'))
}

/** The examples: in an installed app they are real files beside the archive, for tables are read by position. */
export const examplesFolder = (): string =>
  app.isPackaged ? join(process.resourcesPath, 'examples') : builtPaths().examples
