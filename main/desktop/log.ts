import { appendFileSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** A line without what must not leave the computer when a log is shown to others: the home folder and login codes. */
export const redact = (line: string, home: string): string =>
  line
    .replaceAll(home, '~')
    .replaceAll(home.replaceAll('\\', '/'), '~')
    .replace(
      /((?:code|token|key|secret|password|authorization)["']?\s*[=:]\s*["']?(?:Bearer\s+)?)[^\s&"']+/gi,
      '$1…',
    )

/** Writes to stderr and to a log file that stays on this computer. */
export function openLog(folder: string): (message: string) => void {
  mkdirSync(folder, { recursive: true })
  return (message) => {
    const line = `${new Date().toISOString()} ${redact(message, homedir()).trimEnd()}\n`
    process.stderr.write(line)
    appendFileSync(join(folder, 'layerloom.log'), line)
  }
}
