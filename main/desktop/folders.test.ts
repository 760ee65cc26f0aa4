import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { app, argsOf, calls } from './electron.test-support.ts'
import { examplesFolder, usePortableFolder } from './folders.ts'

beforeEach(() => void calls.splice(0))

describe('folders', () => {
  it('of the portable build lie beside it, whatever the path is called', () => {
    usePortableFolder({ PORTABLE_EXECUTABLE_DIR: '/홍길동/바탕 화면 (1)' })
    expect(argsOf('app.setPath')).toEqual([['userData', join('/홍길동/바탕 화면 (1)', 'Layerloom data')]])
  })
  it('of an installed build stay where the system wants them', () => {
    usePortableFolder({})
    expect(argsOf('app.setPath')).toEqual([])
  })
  it('of the examples are the checkout’s, or the installed app’s own', () => {
    expect(examplesFolder().endsWith('examples')).toBe(true)
    app.isPackaged = true
    Object.defineProperty(process, 'resourcesPath', { value: '/opt/Layerloom/resources', configurable: true })
    expect(examplesFolder()).toBe(join('/opt/Layerloom/resources', 'examples'))
    app.isPackaged = false
  })
})
