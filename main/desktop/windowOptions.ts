import type { BrowserWindowConstructorOptions } from 'electron'

/** What a window's options depend on. Paths are absolute. */
export interface WindowSetting {
  readonly preload: string
  readonly icon: string
  readonly isPackaged: boolean
  readonly isDark: boolean
}

/** Options of the one window. Every protection is stated, so that a changed default can't weaken it. */
export const windowOptions = ({
  preload,
  icon,
  isPackaged,
  isDark,
}: WindowSetting): BrowserWindowConstructorOptions => ({
  title: 'Layerloom',
  icon,
  width: 1360,
  height: 860,
  minWidth: 720,
  minHeight: 480,
  show: false,
  // The page has the same menus; Alt shows the bar.
  autoHideMenuBar: true,
  backgroundColor: isDark ? '#16181d' : '#ffffff',
  webPreferences: {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !isPackaged,
  },
})
