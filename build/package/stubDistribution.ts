import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Marks the fuses in Electron's binary; @electron/fuses looks for it. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Fuse wire: version 1, nine fuses, as Electron sets them by default. */
const defaultWire = Buffer.concat([Buffer.from([1, 9]), Buffer.from('101100011', 'ascii')])

/** Writes a folder that electron-builder takes for Electron on Linux: a script that says its arguments, with fuses to flip. */
export function writeStubDistribution(folder: string, version: string): void {
  mkdirSync(path.join(folder, 'locales'), { recursive: true })
  mkdirSync(path.join(folder, 'resources'))
  const script = Buffer.from('#!/bin/sh\necho "stub of electron: $*"\nexit 0\n')
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(
      path.join(folder, name),
      name === 'electron' ? Buffer.concat([script, Buffer.from(sentinel), defaultWire]) : script,
    )
    chmodSync(path.join(folder, name), 0o755)
  }
  writeFileSync(path.join(folder, 'version'), version)
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'icudtl.dat',
    'resources.pak',
    'v8_context_snapshot.bin',
    'locales/en-US.pak',
    'locales/ko.pak',
    'locales/de.pak',
  ])
    writeFileSync(path.join(folder, name), '')
}
