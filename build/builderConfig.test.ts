import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const config = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
/** The lines below a top-level key, as pairs. */
const block = (key: string): Record<string, string> => {
  const lines = config.slice(config.indexOf(`\n${key}:\n`) + key.length + 3).split('\n')
  const end = lines.findIndex((line) => /^\S/.test(line))
  return Object.fromEntries(
    lines.slice(0, end).flatMap((line) => {
      const found = /^ {2}(\w+): (.+)$/.exec(line)
      return found ? [[found[1], found[2]]] : []
    }),
  ) as Record<string, string>
}

describe('the builder’s configuration', () => {
  it('sets every fuse of a release', () => {
    expect(block('electronFuses')).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
      resetAdHocDarwinSignature: 'true',
    })
  })
  it('does not depend on the environment', () => {
    expect(config).not.toMatch(/\$\{env\./)
  })
  it('packs an archive and publishes nothing while builds are not signed', () => {
    expect(config).toMatch(/^asar: true$/m)
    expect(config).not.toMatch(/^asarUnpack:/m)
    expect(config).toMatch(/^publish: null$/m)
  })
  it('installs on Windows for one user, without asking for rights', () => {
    expect(block('nsis')).toMatchObject({ oneClick: 'true', perMachine: 'false', allowElevation: 'false' })
    expect(block('portable')).toMatchObject({ requestExecutionLevel: 'user' })
  })
  it('keeps Chromium’s sandbox', () => {
    expect(config).not.toMatch(/executableArgs|no-sandbox/)
  })
})

const readIcon = (name: string) => readFileSync(path.join(root, 'build', name))

describe.each(['icon', 'document'])('the icon files of %s', (name) => {
  it('hold every size that Windows asks for', () => {
    const ico = readIcon(`${name}.ico`)
    const sizes = Array.from(
      { length: ico.readUInt16LE(4) },
      (_, index) => ico.readUInt8(6 + 16 * index) || 256,
    )
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256])
  })
  it('hold every size that macOS asks for, and nothing after them', () => {
    const icns = readIcon(`${name}.icns`)
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const types: string[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      types.push(icns.toString('ascii', at, at + 4))
    expect(types).toEqual(['icp4', 'icp5', 'ic07', 'ic08', 'ic09', 'ic11', 'ic12', 'ic13', 'ic14', 'ic10'])
  })
})
