import { homedir } from 'node:os'
import { join } from 'node:path'

/** The app's own folder outside Electron: `LAYERLOOM_HOME`, or where this system keeps such things. */
export function appDataFolder(env: NodeJS.ProcessEnv = process.env): string {
  const { LAYERLOOM_HOME, APPDATA, XDG_DATA_HOME } = env
  if (LAYERLOOM_HOME) return LAYERLOOM_HOME
  if (process.platform === 'win32') return join(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Layerloom')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Layerloom')
  return join(XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'layerloom')
}
