import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'
import type { DesktopWords } from './words.ts'

type Modifier = 'mod' | 'shift'
/** A key press that the page answers as its command. */
export interface Press {
  readonly key: string
  readonly modifiers: readonly Modifier[]
}

const mod: readonly Modifier[] = ['mod']
const modShift: readonly Modifier[] = ['mod', 'shift']

/**
 * The menu bar. The page owns its commands and their keys: an item of a command presses its key, so that menu and
 * keyboard can't differ, and shows the key without registering it.
 */
export function menuTemplate(
  { menu, command, desktop }: DesktopWords,
  press: (press: Press) => void,
  system: { readonly isMac: boolean; readonly isPackaged: boolean },
): MenuItemConstructorOptions[] {
  const item = (id: string, label: string, key: string, modifiers = mod): MenuItemConstructorOptions => ({
    id,
    label,
    accelerator: `${modifiers.includes('shift') ? 'Shift+' : ''}CommandOrControl+${key}`,
    registerAccelerator: false,
    click: () => press({ key, modifiers }),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return [
    ...(system.isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: menu.file,
      submenu: [
        item('new', command.new, 'N'),
        item('open', command.open, 'O'),
        line,
        item('save', command.save, 'S'),
        item('saveAs', command.saveAs, 'S', modShift),
        line,
        system.isMac ? { role: 'close' } : { role: 'quit', label: desktop.quit },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        item('undo', command.undo, 'Z'),
        item('redo', command.redo, 'Z', modShift),
        line,
        { role: 'cut', label: desktop.cut },
        { role: 'copy', label: desktop.copy },
        { role: 'paste', label: desktop.paste },
        { role: 'selectAll', label: desktop.selectAll },
      ],
    },
    {
      label: menu.view,
      submenu: [
        item('palette', command.palette, 'K'),
        line,
        item('larger', command.larger, '='),
        item('smaller', command.smaller, '-'),
        item('normalSize', command.normalSize, '0'),
        line,
        { role: 'togglefullscreen', label: desktop.fullScreen },
        ...(system.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    ...(system.isMac ? [{ role: 'windowMenu' as const }] : []),
  ]
}

/** Presses a key in a window as if on the keyboard. */
export const pressIn = (contents: WebContents, { key, modifiers }: Press, isMac: boolean): void => {
  const names = modifiers.map((one) => (one === 'shift' ? 'shift' : isMac ? 'meta' : 'control'))
  contents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: names })
  contents.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: names })
}

/** Shows the menu bar; `contents` gives the window that answers, if one is open. */
export const showMenu = (
  words: DesktopWords,
  contents: () => WebContents | undefined,
  isPackaged: boolean,
): void => {
  const isMac = process.platform === 'darwin'
  const press = (one: Press) => {
    const target = contents()
    if (target) pressIn(target, one, isMac)
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, press, { isMac, isPackaged })))
}
