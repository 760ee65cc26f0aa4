import { app, type Session } from 'electron'
import { isAppBlob, isAppUrl } from './appScheme.ts'

/** Whether a window may ask for an address: the page's own files and data, never the network. */
export const isAllowedRequest = (url: string, isPackaged: boolean): boolean =>
  isAppUrl(url) || isAppBlob(url) || url.startsWith('data:') || (!isPackaged && url.startsWith('devtools://'))

/** Cuts windows off the network. Bytes that the page made may be saved, after the system's dialog. */
export function blockNetwork(session: Session, isPackaged: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !isAllowedRequest(url, isPackaged) }),
  )
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    if (!isAppBlob(item.getURL())) event.preventDefault()
  })
}

/** Trusts no certificate that Chromium doesn't, and offers none of the user's. */
export function refuseCertificates(): void {
  app.on('certificate-error', (_event, _contents, _url, _error, _certificate, callback) => callback(false))
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault()
    callback()
  })
}
