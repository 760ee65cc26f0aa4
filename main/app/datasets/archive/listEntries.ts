import { closeSync, openSync } from 'node:fs'
import { basename } from 'node:path'
import type { ArchiveEntry } from '../../../../shared/contract.ts'
import type { FileKind } from '../../../../shared/fileKinds.ts'
import { ProblemError } from '../../../../shared/problems.ts'
import { archiveKind } from './archiveKind.ts'
import { readZipDirectory, type ZipEntry } from './zipDirectory.ts'

/** Documents that are zips themselves, by a file inside them. */
const documents: readonly (readonly [string, FileKind])[] = [
  ['xl/workbook.xml', 'xlsx'],
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['Contents/content.hpf', 'hwpx'],
  ['content.xml', 'ods'],
]

/** The files in a zip that may hold a table. Throws `archiveBroken`, or `notATable` for a workbook, a text and the like. */
export const zipEntries = (fd: number, file: string): readonly ZipEntry[] => {
  const entries = readZipDirectory(fd, file)
  const names = new Set(entries.map(({ name }) => name))
  const known = documents.find(([part]) => names.has(part))
  if (known) throw new ProblemError('notATable', { file, kind: known[1] })
  return entries.filter(({ name }) => isOwnName(name))
}

/** Leaves out what systems put into archives, and names that lead out of a folder: no file is ever written by its name. */
const isOwnName = (name: string): boolean => {
  const parts = name.split(/[/\\]/)
  if (name === '' || name.length > 4096 || name.includes('\0') || /^[a-z]:/i.test(name)) return false
  return (
    parts.every((part) => part !== '..' && part !== '') &&
    !parts.some((part) => /^(?:\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i.test(part))
  )
}

const isTableName = (name: string): boolean => /\.(?:csv|tsv|tab|txt|dat|data)$/i.test(name)

/** The entries among which a table is to be chosen: those named like one, or all of them when none is. */
export const tableEntries = <E extends { readonly name: string }>(entries: readonly E[]): readonly E[] => {
  const tables = entries.filter(({ name }) => isTableName(name))
  return tables.length > 0 ? tables : entries
}

/**
 * The tables in an archive by name and unpacked size: several in a .zip, the one in a .gz (whose size it does not say);
 * null when the file is no archive. Throws `archiveBroken`, and `notATable` for workbooks and other documents in zips.
 */
export const listEntries = (file: string): readonly ArchiveEntry[] | null => {
  const kind = archiveKind(file)
  if (kind === null) return null
  if (kind === 'gzip') return [{ name: basename(file).replace(/\.gz$/i, ''), bytes: null }]
  const fd = openSync(file, 'r')
  try {
    return tableEntries(zipEntries(fd, file)).map(({ name, bytes }) => ({ name, bytes }))
  } finally {
    closeSync(fd)
  }
}
