import { EventEmitter } from 'node:events'
import type { HandlerDetails, WebContents } from 'electron'
import { app } from 'electron'
import { beforeEach, describe, expect, it } from 'vitest'
import { pageUrl } from './appScheme.ts'
import { argsOf, calls } from './electron.test-support.ts'
import { guardEveryContents, isExternalUrl } from './navigation.ts'
import { strangeUrls } from './strangeUrls.test-support.ts'

class Contents extends EventEmitter {
  open: (details: HandlerDetails) => { action: string } = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: (details: HandlerDetails) => { action: string }) {
    this.open = handler
  }
}
const guarded = () => {
  app.removeAllListeners()
  guardEveryContents()
  const contents = new Contents()
  app.emit('web-contents-created', {}, contents as unknown as WebContents)
  return contents
}
const isPrevented = (contents: Contents, event: string, url: string): boolean => {
  let prevented = false
  contents.emit(event, { url, preventDefault: () => (prevented = true) })
  return prevented
}

beforeEach(() => void calls.splice(0))

describe('every contents', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays on the page at %s', (event) => {
    const contents = guarded()
    expect(isPrevented(contents, event, pageUrl)).toBe(false)
    for (const url of strangeUrls) expect(isPrevented(contents, event, url), url).toBe(true)
  })
  it('takes no webview', () => {
    expect(isPrevented(guarded(), 'will-attach-webview', pageUrl)).toBe(true)
  })
  it.each([...strangeUrls, pageUrl, 'https://layerloom.example.evil.com/'])(
    'opens no window and no program at %s',
    (url) => {
      expect(guarded().open({ url } as HandlerDetails)).toEqual({ action: 'deny' })
      expect(argsOf('shell.openExternal')).toEqual([])
    },
  )
  it('shows a listed place in the user’s browser', () => {
    expect(guarded().open({ url: 'https://layerloom.example/docs' } as HandlerDetails)).toEqual({
      action: 'deny',
    })
    expect(argsOf('shell.openExternal')).toEqual([['https://layerloom.example/docs']])
  })
  it('lists places by exact host over https', () => {
    expect(isExternalUrl('http://layerloom.example/')).toBe(false)
    expect(isExternalUrl('https://layerloom.example@evil.com/')).toBe(false)
    expect(isExternalUrl('https://a@layerloom.example/')).toBe(false)
    expect(isExternalUrl('https://layerloom.example:444/')).toBe(false)
  })
})
