import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const sources = (folder: string): { file: string; text: string }[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /\.(ts|tsx|mjs|yml|html|desktop|sh)$/.test(name) && !/\.test(-support)?\.tsx?$/.test(name),
    )
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
const code = ['main', 'renderer', 'shared'].flatMap(sources)
const shell = code.filter(({ file }) => /^main\/(desktop\/|index\.ts|preload\.ts)/.test(file))
/** What starts or packs the app; scripts that drive a test's Chromium as root are another matter. */
const started = ['electron-builder.yml', 'package.json', 'build/start.mjs', 'build/electronBinary.mjs'].map(
  (file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }),
)
const filesWith = (pattern: RegExp, among = code) =>
  among.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

describe('the source', () => {
  it('makes a window in one place', () => {
    expect(filesWith(/new (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/)).toEqual([
      'main/desktop/window.ts',
    ])
  })
  it('imports electron only in the shell', () => {
    const importers = filesWith(/from 'electron/)
    expect(importers.filter((file) => !shell.some((one) => one.file === file))).toEqual([])
  })
  it('loads the page by its scheme, never from a file', () => {
    expect(filesWith(/\bloadFile\b|file:\/\//, shell)).toEqual([])
    expect(filesWith(/\bloadURL\(/, shell)).toEqual(['main/desktop/window.ts'])
  })
  it('listens to messages of pages in one place, and never hands ipcRenderer on', () => {
    expect(filesWith(/\bipcMain\b/)).toEqual(['main/desktop/ports.ts'])
    expect(filesWith(/\bipcRenderer\b/)).toEqual(['main/preload.ts'])
    expect(filesWith(/\bcontextBridge\b/)).toEqual([])
  })
  it('starts no process of Node in Electron, whose fuses forbid it', () => {
    expect(filesWith(/child_process/, shell)).toEqual([])
  })
  it('never turns Chromium’s sandbox off', () => {
    expect(
      filesWith(/--no-sandbox|disable-gpu-sandbox|ELECTRON_DISABLE_SANDBOX/, [...code, ...started]),
    ).toEqual([])
  })
  it('does not wait for readiness while it is loaded, which Electron itself waits for', () => {
    expect(filesWith(/^await /m, shell)).toEqual([])
  })
  it('uses an Electron that still gets security fixes', () => {
    const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(45)
  })
})
