import { beforeEach, describe, expect, it, vi } from 'vitest'
import { app, calls } from './desktop/electron.test-support.ts'

beforeEach(() => {
  calls.splice(0)
  app.removeAllListeners()
  vi.resetModules()
})

describe('start-up', () => {
  it('sandboxes, registers the scheme and guards contents before the app can be ready', async () => {
    const fresh = await import('./desktop/electron.test-support.ts')
    await import('./index.ts')
    expect(fresh.calls.map(({ name }) => name)).toEqual([
      'app.enableSandbox',
      'protocol.registerSchemesAsPrivileged',
      'app.requestSingleInstanceLock',
      'app.whenReady',
    ])
    for (const event of [
      'web-contents-created',
      'certificate-error',
      'select-client-certificate',
      'second-instance',
      'open-file',
    ])
      expect(fresh.app.listenerCount(event), event).toBe(1)
  })
  it('leaves at once when the app runs already', async () => {
    const fresh = await import('./desktop/electron.test-support.ts')
    fresh.app.hasLock = false
    await import('./index.ts')
    expect(fresh.calls.map(({ name }) => name).slice(2)).toEqual([
      'app.requestSingleInstanceLock',
      'app.quit',
    ])
  })
})
