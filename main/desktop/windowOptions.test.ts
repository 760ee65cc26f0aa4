import { describe, expect, it } from 'vitest'
import { windowOptions } from './windowOptions.ts'

const setting = { preload: '/app/preload.cjs', icon: '/app/icon.png', isPackaged: true, isDark: false }

describe('window options', () => {
  it('state every protection of the page', () => {
    expect(windowOptions(setting).webPreferences).toEqual({
      preload: '/app/preload.cjs',
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
      devTools: false,
    })
  })
  it('enable no Blink features by name', () => {
    const { webPreferences } = windowOptions(setting)
    expect(webPreferences).not.toHaveProperty('enableBlinkFeatures')
    expect(webPreferences).not.toHaveProperty('additionalArguments')
  })
  it('allow developer tools only in a checkout', () => {
    expect(windowOptions({ ...setting, isPackaged: false }).webPreferences?.devTools).toBe(true)
  })
  it('show nothing before the page is drawn, on a ground of the theme', () => {
    const light = windowOptions(setting)
    const dark = windowOptions({ ...setting, isDark: true })
    expect(light.show).toBe(false)
    expect(light.backgroundColor).not.toBe(dark.backgroundColor)
  })
})
