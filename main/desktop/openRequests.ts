import { app } from 'electron'
import { projectPaths } from './projectPaths.ts'

/** Project files the system asked to open, kept until a page listens. */
export interface OpenRequests {
  /** Gives the listener what waits and what comes; the last listener gets it. */
  listen(listener: (path: string) => void): void
}

/** Collects what is to be opened: first arguments, a second start of the app, a double click on macOS. */
export function collectOpenRequests(argv: readonly string[], onRequest: () => void): OpenRequests {
  const waiting = projectPaths(argv, process.cwd())
  let tell: ((path: string) => void) | null = null
  const take = (paths: readonly string[]) => {
    if (tell) for (const path of paths) tell(path)
    else waiting.push(...paths)
    onRequest()
  }
  app.on('second-instance', (_, args, folder) => take(projectPaths(args, folder)))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    take(projectPaths([path], process.cwd()))
  })
  return {
    listen(listener) {
      tell = listener
      for (const path of waiting.splice(0)) listener(path)
    },
  }
}
