import { type BrowserWindow, dialog } from 'electron'
import type { DesktopWords } from './words.ts'

/** Asks before a window with unsaved changes closes or reloads; the page objects to leaving while it has some. */
export const askBeforeLosing = (window: BrowserWindow, words: DesktopWords['desktop']): void => {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: words.unsavedTitle,
      detail: words.unsavedText,
      buttons: [words.keepEditing, words.closeAnyway],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    // Preventing the page's objection lets the window go.
    if (choice === 1) event.preventDefault()
  })
}
