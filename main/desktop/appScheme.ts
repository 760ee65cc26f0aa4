import type { CustomScheme } from 'electron'

/** The page's own scheme and host; nothing else is ever shown in a window. */
const protocolName = 'app'
const hostName = 'layerloom'

/** Address of the page. */
export const pageUrl = `${protocolName}://${hostName}/`

/** The scheme as Chromium must know it before the app is ready: a standard, secure origin, under the content security policy. */
export const appScheme: CustomScheme = {
  scheme: protocolName,
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
}

const parse = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null)

/** Whether an address belongs to the page: its scheme and host, without a user or port. */
export const isAppUrl = (url: string): boolean => {
  const parsed = parse(url)
  return (
    parsed !== null &&
    parsed.protocol === `${protocolName}:` &&
    parsed.host === hostName &&
    parsed.username === '' &&
    parsed.password === ''
  )
}

/** Whether an address names bytes that the page itself made. */
export const isAppBlob = (url: string): boolean => url.startsWith('blob:') && isAppUrl(url.slice(5))
