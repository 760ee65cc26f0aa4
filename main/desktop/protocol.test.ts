import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { serveAppFile } from './protocol.ts'

const home = mkdtempSync(join(tmpdir(), 'layerloom-protocol-'))
const page = join(home, 'page')
mkdirSync(join(page, 'assets'), { recursive: true })
writeFileSync(join(page, 'index.html'), '<!doctype html><html><head><title>x</title></head></html>')
writeFileSync(join(page, 'assets', 'main.js'), 'export {}')
writeFileSync(join(page, 'assets', 'a b%.css'), 'a{}')
writeFileSync(join(page, 'assets', 'key.pem'), 'secret')
writeFileSync(join(home, 'secret.js'), 'secret')
mkdirSync(join(home, 'page-twin'))
writeFileSync(join(home, 'page-twin', 'a.js'), 'secret')
symlinkSync(join(home, 'secret.js'), join(page, 'link.js'))
afterAll(() => rmSync(home, { recursive: true }))

const get = async (url: string, init?: RequestInit) => serveAppFile(page)(new Request(url, init))
const directives = (policy: string) =>
  new Map(policy.split('; ').map((one) => [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)]))

const outside = [
  'app://layerloom/../secret.js',
  'app://layerloom/..%2fsecret.js',
  'app://layerloom/%2e%2e/secret.js',
  'app://layerloom/%2e%2e%2fsecret.js',
  'app://layerloom/..%5csecret.js',
  'app://layerloom/%252e%252e%252fsecret.js',
  'app://layerloom/assets/../../secret.js',
  'app://layerloom/assets/..%2f..%2fsecret.js',
  'app://layerloom/....//secret.js',
  'app://layerloom/..;/secret.js',
  'app://layerloom/%c0%ae%c0%ae/secret.js',
  'app://layerloom/%',
  'app://layerloom/%00',
  'app://layerloom/index.html%00.js',
  `app://layerloom/${encodeURIComponent(join(home, 'secret.js'))}`,
  `app://layerloom/${join(home, 'secret.js')}`,
  `app://layerloom//${join(home, 'secret.js')}`,
  'app://layerloom//etc/passwd',
  'app://layerloom/%2fetc%2fpasswd',
  'app://layerloom/etc/passwd',
  'app://layerloom/C:/Windows/win.ini',
  'app://layerloom/C:%5cWindows%5cwin.ini',
  'app://layerloom/%5c%5cserver%5cshare%5ca.js',
  'app://layerloom/../page-twin/a.js',
  'app://layerloom/..%2fpage-twin/a.js',
  'app://layerloom/-twin/a.js',
  'app://layerloom/link.js',
  'app://layerloom/assets',
  'app://layerloom/assets/',
  'app://layerloom/assets/key.pem',
  'app://layerloom/assets/none.js',
  'app://layerloom/assets/main.js/',
  'app://layerloom/.',
  'app://layerloom/index.html/..',
  'app://layerloom/~/a.js',
  'app://layerloom/assets/main.js%20',
  'app://layerloom/assets/main.js::$DATA',
  'app://layerloom/package.json',
  'app://evil/index.html',
  'app://user@layerloom/index.html',
  'app://layerloom:1/index.html',
  'https://layerloom/index.html',
]

describe('the page’s protocol', () => {
  it('serves the files of the page', async () => {
    const html = await get('app://layerloom/')
    expect(html.status).toBe(200)
    expect(html.headers.get('content-type')).toContain('text/html')
    const script = await get('app://layerloom/assets/main.js')
    expect(await script.text()).toBe('export {}')
    expect((await get('app://layerloom/assets/a%20b%25.css')).status).toBe(200)
  })
  it.each(outside)('serves no secret at %s', async (url) => {
    const response = await get(url).catch(() => null)
    // A URL that is not even one, or that its parser brings back to the page, is harmless.
    if (response?.status === 200) expect(await response.text()).not.toContain('secret')
    else if (response) expect(await response.text()).toBe('')
  })
  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await get('app://layerloom/', { method })).status).toBe(405)
  })
  it('puts the policy on every answer, without anything inline, evaluated, wild or from the network', async () => {
    const answers = [
      await get('app://layerloom/'),
      await get('app://layerloom/none.js'),
      await get('app://evil/'),
      await get('app://layerloom/', { method: 'POST' }),
    ]
    for (const { headers } of answers) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:|wss?:/)
      const found = directives(policy)
      expect(found.get('default-src')).toBe("'none'")
      for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
        expect(found.get(name)).toBe("'none'")
      for (const name of ['script-src', 'font-src', 'connect-src', 'worker-src'])
        expect(found.get(name)).toBe("'self'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
  it('gives each answer a nonce of its own, in its policy and its HTML', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await get('app://layerloom/')
        const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
        expect(await response.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}">`)
        return nonce
      }),
    )
    expect(nonces[0]).not.toBe(nonces[1])
    expect(nonces[0]?.length).toBeGreaterThanOrEqual(20)
  })
})
