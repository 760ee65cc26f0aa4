import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { pageUrl } from './appScheme.ts'
import { askBeforeLosing } from './unsaved.ts'
import { windowOptions } from './windowOptions.ts'
import type { DesktopWords } from './words.ts'

/** Opens the app's window and loads the page; shown when there is something to see. `out` is the folder of the built app. */
export function openWindow(out: string, words: DesktopWords): BrowserWindow {
  const window = new BrowserWindow(
    windowOptions({
      preload: join(out, 'preload', 'index.cjs'),
      icon: join(out, 'icon.png'),
      isPackaged: app.isPackaged,
      isDark: nativeTheme.shouldUseDarkColors,
    }),
  )
  window.once('ready-to-show', () => window.show())
  askBeforeLosing(window, words.desktop)
  void window.loadURL(pageUrl)
  return window
}

/** Brings a window to the front. */
export function focusWindow(window: BrowserWindow | undefined): void {
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}
