import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { projectPaths } from './projectPaths.ts'

const folder = mkdtempSync(join(tmpdir(), 'layerloom-argv-'))
const plain = join(folder, 'model.loom')
const korean = join(folder, '홍길동 바탕 화면 (1).LOOM')
writeFileSync(plain, '{}')
writeFileSync(korean, '{}')
const pack = join(folder, '과제.loompack')
writeFileSync(pack, 'PK')
writeFileSync(join(folder, 'data.csv'), 'a')
mkdirSync(join(folder, 'folder.loom'))
afterAll(() => rmSync(folder, { recursive: true }))

const ignored = [
  '',
  '.',
  '/',
  '--no-sandbox',
  '--remote-debugging-port=9222',
  '--inspect-brk=model.loom',
  '--js-flags=--x.loom',
  '-model.loom',
  'data.csv',
  'absent.loom',
  'folder.loom',
  'model.loom\0.csv',
  'model.loom ',
  'model.loom/',
  'javascript:alert(1).loom',
  'https://evil.com/a.loom',
  'file://server/share/a.loom',
  'file:///absent.loom',
  'file:%zz.loom',
  'app://layerloom/a.loom',
  'layerloom://open?path=model.loom',
  '//server/share/model.loom',
  '\\\\server\\share\\model.loom',
  '\\\\?\\C:\\model.loom',
  '\\\\.\\pipe\\model.loom',
  '//./model.loom',
  '//?/C:/model.loom',
  '/dev/null',
  '/dev/zero.loom',
  '/proc/self/environ',
  '/etc/passwd',
  '~/model.loom',
  '$HOME/model.loom',
  '%APPDATA%\\model.loom',
  '`touch a`.loom',
  '$(touch a).loom',
  'a;b.loom',
  '../../../../etc/passwd.loom',
  '{"path":"model.loom"}',
  'x'.repeat(100_000),
]

describe('the command line', () => {
  it.each(ignored)('is data: %s is ignored', (argument) => {
    expect(projectPaths([argument], folder)).toEqual([])
  })
  it('names existing project files and packs, absolute or from the folder it was typed in', () => {
    const argv = ['--flag', 'model.loom', korean, pathToFileURL(plain).href, '과제.loompack']
    expect(projectPaths(argv, folder)).toEqual([plain, korean, plain, pack])
  })
})
