import { app } from 'electron'

/** Ends the app after `close` has put everything in order; leaves on macOS only when told to, as is the custom there. */
export function closeBeforeQuit(close: () => Promise<void>, say: (message: string) => void): void {
  let isClosing = false
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    close()
      .catch((error: unknown) => say(String(error)))
      .finally(() => app.exit(0))
  })
}
