import { type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { DesktopHost } from '../app/clientHost.ts'
import { tableEndings } from '../../shared/dataFiles.ts'
import type { OpenRequests } from './openRequests.ts'
import type { DesktopWords } from './words.ts'

/** Offers the core the system's dialogs on a window, and what the system asks to open. */
export function desktopHost(
  window: BrowserWindow,
  words: DesktopWords['desktop'],
  requests: OpenRequests,
): DesktopHost {
  const project = { name: words.projectFiles, extensions: ['loom'] }
  const pack = { name: words.packFiles, extensions: ['loompack'] }
  const either = { name: words.projectFiles, extensions: ['loom', 'loompack'] }
  const data = { name: words.tableFiles, extensions: [...tableEndings] }
  const all = { name: words.allFiles, extensions: ['*'] }
  const open = async (options: OpenDialogOptions) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
    return canceled ? null : (filePaths[0] ?? null)
  }
  const save = async (options: SaveDialogOptions) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, options)
    return canceled || filePath === '' ? null : filePath
  }
  return {
    kind: 'desktop',
    pickFile: (kind) =>
      open(
        kind === 'project'
          ? { title: words.openProject, properties: ['openFile'], filters: [either] }
          : { title: words.chooseTable, properties: ['openFile'], filters: [data, all] },
      ),
    pickSave: (kind, name) =>
      save({
        title: kind === 'pack' ? words.savePack : words.saveProject,
        defaultPath: name,
        filters: [kind === 'pack' ? pack : project],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      }),
    pickFolder: () => open({ title: words.chooseFolder, properties: ['openDirectory', 'createDirectory'] }),
    onOpenRequest: (listener) => requests.listen(listener),
  }
}
