import type { Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { pageUrl } from './appScheme.ts'
import { Session as FakeSession } from './electron.test-support.ts'
import { denyPermissions } from './permissions.ts'

const names = [
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-network-access',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'usb',
  'window-management',
  'unknown',
  'not-yet-invented',
]

const session = new FakeSession()
denyPermissions(session as unknown as Session)
const handler = <A extends readonly unknown[], R>(name: string) =>
  session.handlers.get(name) as unknown as (...args: A) => R
const request = (permission: string, url: string): boolean => {
  let granted = true
  handler<[unknown, string, (value: boolean) => void], void>('permissionRequest')(
    { getURL: () => url },
    permission,
    (value) => (granted = value),
  )
  return granted
}
const check = (permission: string, origin: string) =>
  handler<[null, string, string], boolean>('permissionCheck')(null, permission, origin)

describe('permissions', () => {
  it.each(names)('refuse %s', (permission) => {
    expect(request(permission, pageUrl)).toBe(false)
    expect(check(permission, pageUrl)).toBe(false)
  })
  it('let the page alone copy text', () => {
    expect(request('clipboard-sanitized-write', pageUrl)).toBe(true)
    expect(check('clipboard-sanitized-write', pageUrl)).toBe(true)
    expect(request('clipboard-sanitized-write', 'https://evil.com/')).toBe(false)
    expect(check('clipboard-sanitized-write', '')).toBe(false)
  })
  it('refuse devices, screens and pairing', () => {
    expect(handler<[], boolean>('device')()).toBe(false)
    const given: unknown[] = []
    const give = (value: unknown) => given.push(value)
    handler<[unknown, typeof give], void>('displayMedia')({}, give)
    handler<[unknown, typeof give], void>('bluetooth')({}, give)
    expect(given).toEqual([null, { confirmed: false }])
  })
})
