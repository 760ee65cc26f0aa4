import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { desktopHost } from './dialogs.ts'
import { argsOf, calls, dialogAnswers } from './electron.test-support.ts'
import { askBeforeLosing } from './unsaved.ts'
import { wordsIn } from './words.ts'

const words = wordsIn('en').desktop
const window = {} as BrowserWindow
const host = desktopHost(window, words, { listen: () => {} })

beforeEach(() => void calls.splice(0))

describe('the system’s dialogs', () => {
  it('choose one project file', async () => {
    dialogAnswers['showOpenDialog'] = { canceled: false, filePaths: ['/a/b.loom'] }
    expect(await host.pickFile('project')).toBe('/a/b.loom')
    expect(argsOf('dialog.showOpenDialog')[0]?.[0]).toBe(window)
    expect(argsOf('dialog.showOpenDialog')[0]?.[1]).toMatchObject({
      properties: ['openFile'],
      filters: [{ extensions: ['loom', 'loompack'] }],
    })
  })
  it('choose a table of any ending', async () => {
    dialogAnswers['showOpenDialog'] = { canceled: false, filePaths: ['/a/b.weird'] }
    expect(await host.pickFile('data')).toBe('/a/b.weird')
    expect(argsOf('dialog.showOpenDialog')[0]?.[1]).toMatchObject({
      filters: [
        { extensions: ['csv', 'tsv', 'txt', 'tab', 'dat', 'data', 'gz', 'zip'] },
        { extensions: ['*'] },
      ],
    })
  })
  it('give nothing when the user cancelled', async () => {
    dialogAnswers['showOpenDialog'] = { canceled: true, filePaths: [] }
    dialogAnswers['showSaveDialog'] = { canceled: true, filePath: '' }
    expect(await host.pickFile('data')).toBeNull()
    expect(await host.pickFolder()).toBeNull()
    expect(await host.pickSave('project', 'a.loom')).toBeNull()
  })
  it('ask before a file is overwritten', async () => {
    dialogAnswers['showSaveDialog'] = { canceled: false, filePath: '/a/b.loom' }
    expect(await host.pickSave('project', 'b.loom')).toBe('/a/b.loom')
    expect(argsOf('dialog.showSaveDialog')[0]?.[1]).toMatchObject({
      defaultPath: 'b.loom',
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
  })
  it('write a pack where it is asked for', async () => {
    dialogAnswers['showSaveDialog'] = { canceled: false, filePath: '/a/b.loompack' }
    expect(await host.pickSave('pack', 'b.loompack')).toBe('/a/b.loompack')
    expect(argsOf('dialog.showSaveDialog').at(-1)?.[1]).toMatchObject({
      filters: [{ extensions: ['loompack'] }],
    })
  })
  it.each([
    [0, false],
    [1, true],
  ])('let a window with unsaved changes go only when told so (answer %i)', (choice, leaves) => {
    dialogAnswers['showMessageBoxSync'] = choice
    let ask: (event: { preventDefault: () => void }) => void = () => {}
    const webContents = { on: (_: string, listener: typeof ask) => (ask = listener) }
    askBeforeLosing({ webContents } as unknown as BrowserWindow, words)
    let left = false
    ask({ preventDefault: () => (left = true) })
    expect(left).toBe(leaves)
    expect(argsOf('dialog.showMessageBoxSync')[0]?.[1]).toMatchObject({ defaultId: 0, cancelId: 0 })
  })
})
