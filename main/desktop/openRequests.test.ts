import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { collectOpenRequests } from './openRequests.ts'

const folder = mkdtempSync(join(tmpdir(), 'layerloom-open-'))
const file = (name: string) => {
  const path = join(folder, name)
  writeFileSync(path, '{}')
  return path
}
const [first, second, third] = ['1.loom', '2.loom', '3.loom'].map(file) as [string, string, string]
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => void app.removeAllListeners())

describe('requests to open a project', () => {
  it('wait for the page and reach it in order', () => {
    const requests = collectOpenRequests([first], () => {})
    app.emit('second-instance', {} as never, ['electron', '2.loom'], folder, null)
    const heard: string[] = []
    requests.listen((path) => heard.push(path))
    let prevented = false
    app.emit('open-file', { preventDefault: () => (prevented = true) } as never, third)
    expect(heard).toEqual([first, second, third])
    expect(prevented).toBe(true)
  })
  it('reach the page that listens now, each once', () => {
    const requests = collectOpenRequests([first], () => {})
    const [old, now]: [string[], string[]] = [[], []]
    requests.listen((path) => old.push(path))
    requests.listen((path) => now.push(path))
    app.emit('second-instance', {} as never, [second], folder, null)
    expect([old, now]).toEqual([[first], [second]])
  })
  it('bring the window to the front, also without a file', () => {
    let asked = 0
    collectOpenRequests([], () => asked++)
    app.emit('second-instance', {} as never, ['--flag'], folder, null)
    expect(asked).toBe(1)
  })
})
