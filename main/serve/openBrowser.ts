import { spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { randomUUID } from 'node:crypto'

const opener = (target: string): readonly [string, readonly string[]] => {
  if (process.platform === 'darwin') return ['open', [target]]
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', target]]
  return ['xdg-open', [target]]
}

/** Opens the browser at a login address. The address goes through a file that only this user can read: other users see argv. */
export async function openBrowser(address: string, appData: string): Promise<void> {
  await mkdir(appData, { recursive: true })
  const file = join(appData, `open-${randomUUID()}.html`)
  const html = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}"><title>Layerloom</title>`
  await writeFile(file, html, { mode: 0o600 })
  const forget = () => void rm(file, { force: true })
  setTimeout(forget, 60_000).unref()
  process.once('exit', forget)
  const [command, args] = opener(pathToFileURL(file).href)
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
