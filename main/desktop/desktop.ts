import { dirname } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import { builtPaths } from '../app/builtPaths.ts'
import { createCore } from '../app/core.ts'
import { desktopHost } from './dialogs.ts'
import { utilityHost } from './engineHost.ts'
import { examplesFolder } from './folders.ts'
import { openLog } from './log.ts'
import { showMenu } from './menu.ts'
import { blockNetwork } from './network.ts'
import type { OpenRequests } from './openRequests.ts'
import { denyPermissions } from './permissions.ts'
import { portChannel } from './portChannel.ts'
import { handOutPorts } from './ports.ts'
import { servePage } from './protocol.ts'
import { closeBeforeQuit } from './quit.ts'
import { focusWindow, openWindow } from './window.ts'
import { languageOf, wordsIn } from './words.ts'

/** The app's window, if it is open. */
export const currentWindow = (): BrowserWindow | undefined => BrowserWindow.getAllWindows()[0]

/** Starts the core and shows the page in front of it; the app is ready by now. */
export function startDesktop(requests: OpenRequests): void {
  const built = builtPaths()
  const out = dirname(built.page)
  const say = openLog(app.getPath('logs'))
  const language = languageOf(app.getPreferredSystemLanguages())
  const words = wordsIn(language)
  const core = createCore({
    appData: app.getPath('userData'),
    examplesDir: examplesFolder(),
    enginePath: built.engine,
    datasetWorkerPath: built.datasetWorker,
    viewWorkerPath: built.viewWorker,
    version: built.version,
    language,
    forkEngine: utilityHost(say),
    onError: (error) => say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  })
  app.on('child-process-gone', (_, { type, name, reason, exitCode }) =>
    say(`${name ?? type} ended: ${reason} ${exitCode}`),
  )
  denyPermissions(session.defaultSession)
  blockNetwork(session.defaultSession, app.isPackaged)
  servePage(session.defaultSession, built.page)
  handOutPorts((port, contents) => {
    const window = BrowserWindow.fromWebContents(contents)
    if (window) core.connect(portChannel(port), desktopHost(window, words.desktop, requests))
  })
  closeBeforeQuit(() => core.close(), say)
  showMenu(words, () => currentWindow()?.webContents, app.isPackaged)
  openWindow(out, words)
  app.on('activate', () => {
    const window = currentWindow()
    if (window) focusWindow(window)
    else openWindow(out, words)
  })
}
