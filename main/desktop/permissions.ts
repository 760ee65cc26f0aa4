import type { Session } from 'electron'
import { isAppUrl } from './appScheme.ts'

/** Copying text from the page is all that it may do beyond its own window. */
const isAllowed = (permission: string, origin: string): boolean =>
  permission === 'clipboard-sanitized-write' && isAppUrl(origin)

/** Refuses what Electron would grant by default: devices, screen, location, notifications and whatever comes. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback) =>
    callback(isAllowed(permission, contents.getURL())),
  )
  session.setPermissionCheckHandler((_, permission, origin) => isAllowed(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, callback) => callback(null))
  session.setBluetoothPairingHandler((_, callback) => callback({ confirmed: false }))
}
