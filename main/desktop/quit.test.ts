import { app } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { argsOf, calls } from './electron.test-support.ts'
import { closeBeforeQuit } from './quit.ts'

beforeEach(() => {
  calls.splice(0)
  app.removeAllListeners()
})
const quit = () => {
  let prevented = false
  app.emit('will-quit', { preventDefault: () => (prevented = true) } as never)
  return prevented
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('quitting', () => {
  it('waits until everything is in order, once', async () => {
    let closes = 0
    let finish = () => {}
    closeBeforeQuit(
      () => {
        closes++
        return new Promise((resolve) => (finish = resolve))
      },
      () => {},
    )
    expect([quit(), quit()]).toEqual([true, true])
    await settled()
    expect(argsOf('app.exit')).toEqual([])
    finish()
    await settled()
    expect(argsOf('app.exit')).toEqual([[0]])
    expect(closes).toBe(1)
  })
  it('still happens when closing fails, after saying so', async () => {
    const said: string[] = []
    closeBeforeQuit(
      () => Promise.reject(new Error('disk gone')),
      (message) => said.push(message),
    )
    quit()
    await settled()
    expect(argsOf('app.exit')).toEqual([[0]])
    expect(said).toEqual(['Error: disk gone'])
  })
  it('follows the last window', () => {
    closeBeforeQuit(
      () => Promise.resolve(),
      () => {},
    )
    app.emit('window-all-closed')
    expect(argsOf('app.quit')).toHaveLength(process.platform === 'darwin' ? 0 : 1)
  })
})
