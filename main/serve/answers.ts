import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { randomBytes } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { contentSecurityPolicy } from '../app/page/contentSecurityPolicy.ts'
import { type PageFile, withNonce } from '../app/page/pageFile.ts'

/** Sets what every answer carries, whatever the route, and gives the nonce that styles of this answer need. */
export function secure(response: ServerResponse, host: string): string {
  const nonce = randomBytes(16).toString('base64')
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(nonce, `ws://${host}`),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
    'Cache-Control': 'no-store',
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  return nonce
}

/** A short page of plain words. */
export function sayInHtml(response: ServerResponse, status: number, words: string, head = ''): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(
    `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}<title>Layerloom</title></head><body><p>${words}</p></body></html>`,
  )
}

/** A file of the page. HTML gets the answer's nonce; what never changes may be kept. */
export function sendPage(response: ServerResponse, file: PageFile, nonce: string): void {
  const bytes = file.type.startsWith('text/html')
    ? Buffer.from(withNonce(file.bytes.toString('utf8'), nonce))
    : file.bytes
  if (file.immutable) response.setHeader('Cache-Control', 'private, max-age=31536000, immutable')
  response.setHeader('Content-Type', file.type)
  response.setHeader('Content-Length', bytes.length)
  response.end(bytes)
}

/** A file to keep, deleted here afterwards. */
export async function sendDownload(
  response: ServerResponse,
  { name, path }: { readonly name: string; readonly path: string },
): Promise<void> {
  try {
    const { size } = await stat(path)
    const ascii = name.replace(/[^\w .()-]/g, '_')
    response.setHeader('Content-Type', 'application/zip')
    response.setHeader('Content-Length', size)
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    await pipeline(createReadStream(path), response)
  } finally {
    await rm(path, { force: true })
  }
}
