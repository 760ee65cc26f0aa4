import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeStubDistribution } from './stubDistribution.ts'

/* What of the packages a machine without Electron can check: they are built on a stub distribution. Installing needs root on Debian. */

const root = path.resolve(import.meta.dirname, '../..')
const work = mkdtempSync(path.join(os.tmpdir(), 'layerloom 홍길동 (1) '))
const dist = path.join(work, 'dist')
const app = path.join(dist, 'linux-unpacked')
const resources = path.join(app, 'resources')
const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  execFileSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

beforeAll(() => {
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'),
  ) as { version: string }
  const stub = path.join(work, 'electron')
  writeStubDistribution(stub, version)
  const builder = path.join(root, 'node_modules/electron-builder/out/cli/cli.js')
  run(
    process.execPath,
    [
      builder,
      '--linux',
      'dir',
      'deb',
      '--x64',
      '-c.compression=store',
      `-c.electronDist=${stub}`,
      `-c.directories.output=${dist}`,
    ],
    {
      CUSTOM_FPM_PATH: path.join(root, 'build/package/fpmDeb.mjs'),
    },
  )
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()

describe('the packaged app', () => {
  it('holds exactly the built app and its package.json', () => {
    const inArchive = listPackage(path.join(resources, 'app.asar'), { isPack: false }).map((name) =>
      name.slice(1),
    )
    const folders = new Set(inArchive.map((name) => path.dirname(name)))
    const files = inArchive.filter((name) => !folders.has(name)).sort()
    const built = ['out/main', 'out/preload', 'out/engine', 'out/renderer'].flatMap((folder) =>
      filesBelow(path.join(root, folder)).map((file) => path.join(folder, file)),
    )
    expect(files).toEqual([...built, 'out/icon.png', 'package.json'].sort())
  })
  it('unpacks nothing', () => {
    expect(existsSync(path.join(resources, 'app.asar.unpacked'))).toBe(false)
  })
  it('keeps within its budget of 20 MB besides Electron', () => {
    expect(statSync(path.join(resources, 'app.asar')).size).toBeLessThan(20 * 2 ** 20)
  })
  it('carries the examples with their data as real files, and nothing that made them', () => {
    const examples = filesBelow(path.join(resources, 'examples'))
    expect(examples.filter((file) => file.endsWith('.loom')).length).toBeGreaterThanOrEqual(5)
    expect(examples.filter((file) => !/\.(loom|csv|json)$/.test(file))).toEqual([])
    expect(examples.some((file) => file.includes('.runs'))).toBe(false)
  })
  it('has the languages that the app speaks and no others', () => {
    expect(readdirSync(path.join(app, 'locales')).sort()).toEqual(['en-US.pak', 'ko.pak'])
  })
  it('has every fuse set', async () => {
    const { version, ...wire } = await getCurrentFuseWire(path.join(app, 'layerloom'))
    const on = (option: FuseV1Options) => String.fromCharCode(wire[option as keyof typeof wire] as number)
    expect(version).toBe(FuseVersion.V1)
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeCliInspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyLoadAppFromAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      browserSnapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: '0',
      cookieEncryption: '1',
      nodeOptions: '0',
      nodeCliInspect: '0',
      asarIntegrity: '1',
      onlyLoadAppFromAsar: '1',
      browserSnapshot: '0',
      fileProtocol: '0',
    })
  })
})

const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0

describe.runIf(isDebianRoot)('the Debian package', () => {
  let deb = ''
  let installed: string[] = []
  beforeAll(() => {
    run('apt-get', ['update', '-qq'])
    run('apt-get', [
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'desktop-file-utils',
      'shared-mime-info',
      'xdg-utils',
    ])
    const [file = ''] = readdirSync(dist).filter((name) => name.endsWith('.deb'))
    // apt reads the file as its own user, who can't look into this folder.
    deb = path.join(mkdtempSync(path.join(os.tmpdir(), 'layerloom-deb-')), file)
    cpSync(path.join(dist, file), deb)
    run('chmod', ['-R', 'a+rX', path.dirname(deb)])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', deb])
    installed = run('dpkg', ['-L', 'layerloom']).split('\n').filter(Boolean)
  })
  afterAll(() => {
    if (existsSync('/opt/Layerloom')) run('apt-get', ['purge', '-y', '-qq', 'layerloom'])
    rmSync(path.dirname(deb), { recursive: true, force: true })
  })

  it('says what it is', () => {
    const field = (name: string) => run('dpkg-deb', ['--field', deb, name]).trim()
    expect(field('Package')).toBe('layerloom')
    expect(field('Section')).toBe('science')
    expect(field('Description')).toMatch(/^Design and train deep-learning models by wiring nodes\n /)
    expect(field('Depends')).toContain('libgtk-3-0')
  })
  it('starts by its name', () => {
    expect(run('/usr/bin/layerloom', ['--version'])).toContain('stub of electron')
  })
  it('has a valid desktop entry that keeps the sandbox and opens files', () => {
    const entry = '/usr/share/applications/layerloom.desktop'
    expect(installed).toContain(entry)
    expect(run('desktop-file-validate', [entry])).toBe('')
    const text = readFileSync(entry, 'utf8')
    expect(text).toMatch(/^Exec=\/opt\/Layerloom\/layerloom %[UF]$/m)
    expect(text).not.toContain('no-sandbox')
    expect(text).toMatch(/^MimeType=application\/x-layerloom;application\/x-layerloom-pack;$/m)
  })
  it('brings the AppArmor profile that lets Chromium’s sandbox work on Ubuntu', () => {
    expect(installed.some((file) => file.endsWith('resources/apparmor-profile'))).toBe(true)
  })
  it.each([16, 32, 48, 128, 256, 512])('has the icon at %i px', (size) => {
    expect(installed).toContain(`/usr/share/icons/hicolor/${size}x${size}/apps/layerloom.png`)
  })
  it.each([48, 128, 256])('has the icon of project files at %i px', (size) => {
    expect(installed).toContain(
      `/usr/share/icons/hicolor/${size}x${size}/mimetypes/application-x-layerloom.png`,
    )
  })
  it('is what opens .loom files', () => {
    const file = path.join(work, 'a.loom')
    writeFileSync(file, '{}')
    expect(run('xdg-mime', ['query', 'filetype', file]).trim()).toBe('application/x-layerloom')
    expect(run('xdg-mime', ['query', 'default', 'application/x-layerloom']).trim()).toBe('layerloom.desktop')
  })
  it('leaves nothing when it is removed', () => {
    run('apt-get', ['purge', '-y', '-qq', 'layerloom'])
    const left = [
      '/opt/Layerloom',
      '/usr/bin/layerloom',
      '/etc/apparmor.d/layerloom',
      '/usr/share/applications/layerloom.desktop',
      '/usr/share/mime/packages/layerloom.xml',
    ]
    expect(left.filter((file) => existsSync(file))).toEqual([])
    expect(installed.filter((file) => existsSync(file) && !statSync(file).isDirectory())).toEqual([])
  })
})
