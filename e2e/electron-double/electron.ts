/* The double of the `electron` module: the built app runs with this in a plain Node process, its window in Chromium. */
export { app } from './app.ts'
export { BrowserWindow } from './browserWindow.ts'
export { MessageChannelMain } from './ports.ts'
export { protocol, session } from './session.ts'
export { dialog, Menu, nativeTheme, shell } from './system.ts'
export { utilityProcess } from './utilityProcess.ts'
export { ipcMain } from './webContents.ts'
