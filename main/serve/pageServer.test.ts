import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { contract } from '../../shared/contract.ts'
import { connect } from '../../shared/rpc.ts'
import { startCore, temporaryFolder } from '../app/core.test-support.ts'
import { startPageServer } from './pageServer.ts'
import { socketChannel } from './socketChannel.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const setUp = async () => {
  const { core, appData } = await startCore()
  const page = join(await temporaryFolder(), 'page')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(join(page, '..', 'secret.js'), 'secret')
  await writeFile(join(page, 'index.html'), '<!doctype html><html><head><title>t</title></head></html>')
  await writeFile(join(page, 'assets', 'a-1.js'), 'export {}')
  const root = await temporaryFolder()
  const server = await startPageServer({ core, page, root, host: '127.0.0.1', port: 0 })
  onTestFinished(() => server.close())
  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  onTestFinished(() => agent.destroy())
  const { port } = new URL(server.address)
  const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, headers, method, agent, setHost: false })
      sent.on('error', reject)
      sent.on('upgrade', (response, socket) => {
        socket.destroy()
        resolve({ status: 101, headers: response.headers, body: '' })
      })
      sent.on('response', (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (body += part))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      })
      sent.end()
    })
  const host = `127.0.0.1:${port}`
  const logIn = async () => {
    const { pathname, search } = new URL(server.loginAddress())
    const { headers } = await ask(pathname + search, { host })
    return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  }
  return { server, ask, logIn, port, host, root, appData }
}

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
}

describe('the server', () => {
  it('answers only the listed few of all combinations of host, origin, token and endpoint', async () => {
    const { ask, logIn, port } = await setUp()
    const cookie = await logIn()
    const [name, token] = cookie.split('=') as [string, string]
    const hosts = ['127.0.0.1', 'localhost']
    const allHosts = [
      ...hosts.map((one) => `${one}:${port}`),
      `127.0.0.1:${Number(port) + 1}`,
      '127.0.0.1',
      `127.0.0.1.evil.example:${port}`,
      `evil.example:${port}`,
      `0.0.0.0:${port}`,
      `127.0.0.1:${port}.`,
      '',
    ]
    const origins = [
      null,
      'same',
      'null',
      'https://same',
      'http://evil.example',
      `http://localhost:${Number(port) + 1}`,
      'app://layerloom',
    ]
    const tokens = [
      null,
      cookie,
      `${name}=`,
      `${name}=${token.slice(1)}`,
      `layerloom-1=${token}`,
      `${name}=${token}x`,
    ]
    const endpoints = [
      '/',
      '/assets/a-1.js',
      '/nothing.js',
      '/..%2fsecret.js',
      '/download/x',
      '/rpc',
      'ws:/rpc',
      'ws:/',
    ]
    let combinations = 0
    const wrong: string[] = []
    for (const host of allHosts)
      for (const origin of origins)
        await Promise.all(
          tokens.flatMap((sent) =>
            endpoints.map(async (endpoint) => {
              combinations++
              const isSocket = endpoint.startsWith('ws:')
              const known = hosts.some((one) => host === `${one}:${port}`)
              const shown =
                origin === 'same' ? `http://${host}` : origin === 'https://same' ? `https://${host}` : origin
              const headers = {
                host,
                ...(shown === null ? {} : { origin: shown }),
                ...(sent === null ? {} : { cookie: sent }),
                ...(isSocket ? upgrade : {}),
              }
              const { status, body } = await ask(isSocket ? endpoint.slice(3) : endpoint, headers)
              const fine = known && (origin === 'same' || (origin === null && !isSocket))
              const found = isSocket
                ? { '/rpc': 101, '/': 404 }[endpoint.slice(3)]
                : ({ '/': 200, '/assets/a-1.js': 200 }[endpoint] ?? 404)
              // Without a host HTTP itself refuses.
              const expected = host === '' ? [400, 403] : [!fine ? 403 : sent === cookie ? found : 401]
              if (!expected.includes(status) || body.includes('secret'))
                wrong.push(`${host} ${shown} ${sent} ${endpoint}: ${status}, not ${expected.join()}`)
            }),
          ),
        )
    expect(wrong).toEqual([])
    expect(combinations).toBeGreaterThan(1000)
  })

  it('logs a browser in once by a code, drops the code from the address and sets a strict cookie', async () => {
    const { ask, server, host, port } = await setUp()
    const { pathname, search } = new URL(server.loginAddress())
    expect(search.length).toBeGreaterThan(43)
    const first = await ask(pathname + search, { host })
    expect([first.status, first.headers.location]).toEqual([303, '/'])
    expect(first.headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^layerloom-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`)),
    ])
    expect((await ask(pathname + search, { host })).status).toBe(403)
    expect((await ask('/login?code=', { host })).status).toBe(403)
    expect((await ask('/login', { host })).headers['set-cookie']).toBeUndefined()
  })

  it('goes on from a page of its own when another site or file led to the login', async () => {
    const { ask, server, host } = await setUp()
    const { pathname, search } = new URL(server.loginAddress())
    const answer = await ask(pathname + search, { host, 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('content="0;url=/"')
    expect(answer.headers['set-cookie']).toHaveLength(1)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async (method) => {
    const { ask, logIn, host } = await setUp()
    expect((await ask('/', { host, cookie: await logIn() }, method)).status).toBe(405)
  })

  it('sends security headers on every route, and the page its nonce', async () => {
    const { ask, logIn, host } = await setUp()
    const cookie = await logIn()
    for (const path of ['/', '/assets/a-1.js', '/nothing', '/login?code=x', '/download/x']) {
      const { headers } = await ask(path, { host, cookie })
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      })
    }
    const { body, headers } = await ask('/', { host, cookie })
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
    expect(body).toContain(`<meta property="csp-nonce" nonce="${nonce}">`)
    expect((await ask('/', { host, cookie })).body).not.toContain(nonce)
  })

  it('serves the contract to a page, takes an upload, trains, and hands out an export once', async () => {
    const { ask, logIn, host, port, root } = await setUp()
    const cookie = await logIn()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, {
      headers: { cookie },
      origin: `http://${host}`,
    })
    await new Promise((resolve) => socket.once('open', resolve))
    const client = connect(socketChannel(socket), contract)
    expect((await client.appInfo()).host).toBe('serve')
    const csv = new Uint8Array(Buffer.from('a,b\n1,2\n3,4\n'))
    const { upload } = await client.beginUpload('t.csv', csv.length)
    await client.uploadPart(upload, 0, csv)
    expect((await client.endUpload(upload)).bytes).toBe(csv.length)
    expect(await readFile(join(root, 't', 'data', 't.csv'), 'utf8')).toBe('a,b\n1,2\n3,4\n')
    const { docId, project } = await client.openExample('xor-mlp')
    const run = await client.startRun(docId, { ...project, training: { ...project.training, epochs: 2 } })
    for await (const _ of client.watchRun(docId, run.id));
    const { download = '' } = (await client.exportRun(docId, run.id, 'tfjs')) ?? {}
    const answer = await ask(download, { host, cookie })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="/)
    expect(answer.body.startsWith('PK')).toBe(true)
    expect((await ask(download, { host, cookie })).status).toBe(404)
    expect((await stat(root)).isDirectory()).toBe(true)
    socket.close()
  })

  it('cuts off a client whose message is too large', async () => {
    const { logIn, host, port } = await setUp()
    const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, {
      headers: { cookie: await logIn() },
      origin: `http://${host}`,
    })
    await new Promise((resolve) => socket.once('open', resolve))
    socket.on('error', () => {})
    socket.send(Buffer.alloc(81 * 2 ** 20))
    const code = await new Promise((resolve) => socket.once('close', resolve))
    expect([1006, 1009]).toContain(code)
  })
})
