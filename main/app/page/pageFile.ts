import { readFile, realpath } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { isWithin } from '../files/containment.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/** A file of the built page. */
export interface PageFile {
  readonly bytes: Buffer
  readonly type: string
  /** Its name changes with its content, so that it may be kept for good. */
  readonly immutable: boolean
}

/** Gives an HTML file this response's nonce, for libraries that add styles. */
export const withNonce = (html: string, nonce: string): string => {
  const meta = `<meta property="csp-nonce" nonce="${nonce}">`
  const without = html.replace(/<meta property="csp-nonce"[^>]*>/g, '')
  return without
    .replace(/(<(?:style|link|script)\b[^>]*?)\snonce="[^"]*"/g, `$1 nonce="${nonce}"`)
    .replace(/<head>/, `<head>${meta}`)
}

/** The file of the built page at a URL's path, decoded once; null for what is not in the folder or of no known type. */
export async function pageFile(root: string, pathname: string): Promise<PageFile | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (!decoded.startsWith('/') || /[\0\\]/.test(decoded)) return null
  const path = resolve(root, `.${decoded === '/' ? '/index.html' : decoded}`)
  const type = types[extname(path)]
  if (type === undefined || !isWithin(root, path)) return null
  try {
    if (!isWithin(await realpath(root), await realpath(path))) return null
    return { bytes: await readFile(path), type, immutable: decoded.startsWith('/assets/') }
  } catch {
    return null
  }
}
