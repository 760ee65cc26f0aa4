import { app, type Event, shell, type WebContents } from 'electron'
import { isAppUrl } from './appScheme.ts'

/** The only places outside that a click may open, in the user's own browser. */
const externalHosts: readonly string[] = ['layerloom.example', 'reactflow.dev']

/** Whether an address may be opened in the user's browser: https on a listed host, nothing hidden in it. */
export const isExternalUrl = (url: string): boolean => {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return protocol === 'https:' && externalHosts.includes(host) && username === '' && password === ''
}

const stayOnPage = (event: Event<{ readonly url: string }>): void => {
  if (!isAppUrl(event.url)) event.preventDefault()
}

/** Keeps contents on the page: no other address, no second window, no webview. */
function guardContents(contents: WebContents): void {
  contents.on('will-navigate', stayOnPage)
  contents.on('will-frame-navigate', stayOnPage)
  contents.on('will-redirect', stayOnPage)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalUrl(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

/** Guards every contents there will ever be, whoever makes it. */
export const guardEveryContents = (): void => {
  app.on('web-contents-created', (_, contents) => guardContents(contents))
}
