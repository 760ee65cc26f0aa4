import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Core } from '../app/core.ts'
import { pageFile } from '../app/page/pageFile.ts'
import { type AllowList, allowList, hasAllowedHost, hasAllowedOrigin } from './allowList.ts'
import { sayInHtml, secure, sendDownload, sendPage } from './answers.ts'
import { createDownloads } from './downloads.ts'
import { createLogins } from './logins.ts'
import { socketChannel } from './socketChannel.ts'

/** Largest message of a client: a project of the largest size that is read. */
const messageLimit = 80 * 2 ** 20

export interface PageServerOptions {
  readonly core: Core
  /** The built page. */
  readonly page: string
  /** The folder that clients may browse. */
  readonly root: string
  readonly host: string
  /** 0 is any free one. */
  readonly port: number
}

/** The app served over HTTP and WebSocket. */
export interface PageServer {
  readonly address: string
  /** A fresh address that logs one browser in, once. */
  loginAddress(): string
  close(): Promise<void>
}

const cookieOf = (request: IncomingMessage, name: string): string => {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return ''
}

const refuseUpgrade = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const loggedOut =
  'You are not logged in. Use the address that Layerloom printed in the terminal; press Enter there for a fresh one.'

interface Parts extends PageServerOptions {
  readonly logins: ReturnType<typeof createLogins>
  readonly downloads: ReturnType<typeof createDownloads>
  readonly allowed: () => AllowList
  readonly cookie: () => string
}

/** Logs in and drops the code from the address. A browser sent here by another page gets a page to go on from, for its cookie goes only where our own pages lead. */
function logIn({ logins, cookie }: Parts, request: IncomingMessage, response: ServerResponse, code: string) {
  const token = logins.redeem(code)
  if (token === null) return sayInHtml(response, 403, `This login address was used already. ${loggedOut}`)
  response.setHeader('Set-Cookie', `${cookie()}=${token}; HttpOnly; SameSite=Strict; Path=/`)
  const from = request.headers['sec-fetch-site'] ?? 'none'
  if (from !== 'none' && from !== 'same-origin')
    return sayInHtml(response, 200, 'Layerloom', '<meta http-equiv="refresh" content="0;url=/">')
  response.statusCode = 303
  response.setHeader('Location', '/')
  response.end()
}

async function answer(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const nonce = secure(
    response,
    [...parts.allowed().hosts].find((host) => host === request.headers.host) ?? '',
  )
  if (!hasAllowedHost(parts.allowed(), request) || !hasAllowedOrigin(request, 'fine'))
    return sayInHtml(response, 403, 'This address is not answered.')
  if (request.method !== 'GET' && request.method !== 'HEAD') return sayInHtml(response, 405, 'Not allowed.')
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (url.pathname === '/login')
    return request.method === 'GET'
      ? logIn(parts, request, response, url.searchParams.get('code') ?? '')
      : sayInHtml(response, 405, 'Not allowed.')
  if (!parts.logins.isToken(cookieOf(request, parts.cookie()))) return sayInHtml(response, 401, loggedOut)
  if (url.pathname.startsWith('/download/')) {
    const found =
      request.method === 'GET' ? parts.downloads.take(url.pathname.slice('/download/'.length)) : null
    return found ? sendDownload(response, found) : sayInHtml(response, 404, 'Not found.')
  }
  const file = await pageFile(parts.page, url.pathname)
  return file ? sendPage(response, file, nonce) : sayInHtml(response, 404, 'Not found.')
}

function acceptSockets(parts: Parts, sockets: WebSocketServer) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (!hasAllowedHost(parts.allowed(), request) || !hasAllowedOrigin(request, 'refused'))
      return refuseUpgrade(socket, '403 Forbidden')
    if (!parts.logins.isToken(cookieOf(request, parts.cookie())))
      return refuseUpgrade(socket, '401 Unauthorized')
    if (request.url !== '/rpc') return refuseUpgrade(socket, '404 Not Found')
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => client.terminate())
      parts.core.connect(socketChannel(client), {
        kind: 'serve',
        root: parts.root,
        offerDownload: (name, path) => parts.downloads.offer(name, path),
      })
    })
  }
}

/** Serves the page and the core's contract. Only a browser that was logged in by a one-time code gets anything. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  let port = options.port
  const parts: Parts = {
    ...options,
    logins: createLogins(),
    downloads: createDownloads(),
    allowed: () => allowList(options.host, port),
    cookie: () => `layerloom-${port}`,
  }
  const server = createServer((request, response) => {
    answer(parts, request, response).catch(() => response.destroy())
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: messageLimit, perMessageDeflate: false })
  server.on('upgrade', acceptSockets(parts, sockets))
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.keepAliveTimeout = 5000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  port = (server.address() as AddressInfo).port
  const address = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`
  return {
    address,
    loginAddress: () => `${address}/login?code=${parts.logins.newCode()}`,
    async close() {
      for (const client of sockets.clients) client.terminate()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await parts.downloads.close()
    },
  }
}
