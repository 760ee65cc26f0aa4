import { basename, extname, join } from 'node:path'
import { access } from 'node:fs/promises'
import { ProblemError } from '../../../shared/problems.ts'

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i
// Control characters, what Windows refuses, and marks that turn text around (a name must read as it is).
// oxlint-disable-next-line no-control-regex
const refused = /[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A file name that every system takes, as near as can be to the one asked for: no folders, no reserved names, at most 120 characters. Throws `nameInvalid`. */
export const safeName = (asked: string): string => {
  const last = asked.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    .replace(refused, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  const extension = extname(clean).slice(0, 20)
  const stem = Array.from(basename(clean, extname(clean)))
    .slice(0, 100)
    .join('')
  if (stem === '') throw new ProblemError('nameInvalid', { name: asked })
  return reserved.test(clean) ? `_${stem}${extension}` : `${stem}${extension}`
}

/** The name itself, or with ` (2)`, ` (3)`, … before its extension when the folder has one like it. */
export async function freeName(folder: string, name: string): Promise<string> {
  const extension = extname(name)
  const stem = basename(name, extension)
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${stem} (${count})${extension}`
    const taken = await access(join(folder, candidate)).then(
      () => true,
      () => false,
    )
    if (!taken) return candidate
  }
}
