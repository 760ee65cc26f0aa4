import type { Session } from 'electron'
import { app } from 'electron'
import { describe, expect, it } from 'vitest'
import { pageUrl } from './appScheme.ts'
import { argsOf, Session as FakeSession } from './electron.test-support.ts'
import { blockNetwork, isAllowedRequest, refuseCertificates } from './network.ts'
import { strangeUrls } from './strangeUrls.test-support.ts'

const harmless = (url: string) => url.startsWith('data:')

describe('the network', () => {
  it.each(strangeUrls.filter((url) => !harmless(url)))('is out of reach at %s', (url) => {
    expect(isAllowedRequest(url, true)).toBe(false)
  })
  it('leaves the page its own files and data', () => {
    for (const url of [pageUrl, 'app://layerloom/a.js', 'blob:app://layerloom/1', 'data:image/png;base64,AA'])
      expect(isAllowedRequest(url, true)).toBe(true)
  })
  it('lets developer tools load in a checkout only', () => {
    expect(isAllowedRequest('devtools://devtools/a.html', false)).toBe(true)
  })
  it('is blocked by the session, with the spell checker that would download dictionaries', () => {
    const session = new FakeSession()
    blockNetwork(session as unknown as Session, true)
    const filter = session.handlers.get('request') as unknown as (
      details: { url: string },
      callback: (response: { cancel: boolean }) => void,
    ) => void
    const answers: boolean[] = []
    for (const url of ['https://evil.com/', pageUrl]) filter({ url }, ({ cancel }) => answers.push(cancel))
    expect(answers).toEqual([true, false])
    expect(argsOf('session.setSpellCheckerEnabled')).toEqual([[false]])
  })
  it('brings no downloads but bytes of the page itself', () => {
    const session = new FakeSession()
    blockNetwork(session as unknown as Session, true)
    const isCancelled = (url: string) => {
      let cancelled = false
      session.emit('will-download', { preventDefault: () => (cancelled = true) }, { getURL: () => url })
      return cancelled
    }
    expect(isCancelled('blob:app://layerloom/1')).toBe(false)
    for (const url of [...strangeUrls, pageUrl]) expect(isCancelled(url), url).toBe(true)
  })
  it('is trusted with no bad certificate and gets none of the user’s', () => {
    refuseCertificates()
    const given: unknown[] = []
    app.emit(
      'certificate-error',
      {} as never,
      {} as never,
      '',
      '',
      {} as never,
      (trust: unknown) => given.push(trust),
      true,
    )
    let prevented = false
    const event = { preventDefault: () => (prevented = true) }
    app.emit('select-client-certificate', event as never, {} as never, '', [], (one: unknown) =>
      given.push(one),
    )
    expect(given).toEqual([false, undefined])
    expect(prevented).toBe(true)
  })
})
