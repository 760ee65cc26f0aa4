import { randomBytes } from 'node:crypto'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy } from '../app/page/contentSecurityPolicy.ts'
import { pageFile, withNonce } from '../app/page/pageFile.ts'
import { appScheme, isAppUrl } from './appScheme.ts'

const headersWith = (nonce: string): Record<string, string> => ({
  'Content-Security-Policy': contentSecurityPolicy(nonce),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
})

/** Answers a request for a file of the built page in `pageDir`, and nothing else, always under the content security policy. */
export const serveAppFile =
  (pageDir: string) =>
  async (request: Request): Promise<Response> => {
    const nonce = randomBytes(16).toString('base64')
    const headers = headersWith(nonce)
    const refuse = (status: number) => new Response(null, { status, headers })
    if (!isAppUrl(request.url)) return refuse(403)
    if (request.method !== 'GET') return refuse(405)
    const file = await pageFile(pageDir, new URL(request.url).pathname)
    if (!file) return refuse(404)
    const isHtml = file.type.startsWith('text/html')
    const body = isHtml ? withNonce(file.bytes.toString('utf8'), nonce) : new Uint8Array(file.bytes)
    return new Response(body, { headers: { ...headers, 'Content-Type': file.type } })
  }

/** Makes the page's scheme known; once, before the app is ready. */
export const registerAppScheme = (): void => protocol.registerSchemesAsPrivileged([appScheme])

/** Serves the built page in `pageDir` to a session's windows. */
export const servePage = (session: Session, pageDir: string): void =>
  session.protocol.handle(appScheme.scheme, serveAppFile(pageDir))
