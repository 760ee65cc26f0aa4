import { describe, expect, it } from 'vitest'
import { appScheme, isAppBlob, isAppUrl, pageUrl } from './appScheme.ts'
import { strangeUrls } from './strangeUrls.test-support.ts'

describe('the app scheme', () => {
  it('is standard and secure, under the policy and without cross-origin use', () => {
    expect(appScheme).toEqual({
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        codeCache: true,
        bypassCSP: false,
        corsEnabled: false,
        allowServiceWorkers: false,
        stream: false,
        allowExtensions: false,
      },
    })
  })
  it('knows its own addresses', () => {
    for (const url of [pageUrl, 'app://layerloom/assets/a.js?x=1#y']) expect(isAppUrl(url)).toBe(true)
    expect(isAppBlob('blob:app://layerloom/6b1c')).toBe(true)
  })
  it.each(strangeUrls)('does not take %s for its own', (url) => {
    expect(isAppUrl(url)).toBe(false)
    expect(isAppBlob(url)).toBe(false)
  })
})
