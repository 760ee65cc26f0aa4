import { createHash } from 'node:crypto'
import { closeSync, readSync } from 'node:fs'
import { ProblemError } from '../../../../shared/problems.ts'
import type { Column, ColumnType, Dialect, TableProfile } from '../../../../shared/table.ts'
import { ByteBlocks } from './blocks.ts'
import { type ColumnReader, NumberColumnReader, TextColumnReader } from './columns.ts'
import { cellDecoder, checkEncoding, sniffEncoding, transcoder, utf8MarkLength } from './encoding.ts'
import { columnNames } from './names.ts'
import { notATable } from './notATable.ts'
import { TablePass } from './pass.ts'
import type { Sample } from './sample.ts'
import { RecordScanner } from './scan.ts'
import { type Sniffed, sniff } from './sniff.ts'
import { openSource, readHead, reading, type SourceFile } from './source.ts'
import { guessStorage, keepsType } from './storage.ts'

/** How to read a delimited file; what is absent is found out. */
export interface ReadOptions {
  readonly dialect?: Partial<Dialect> | undefined
  /** Types the user chose, by column name. */
  readonly columnTypes?: Readonly<Record<string, ColumnType>> | undefined
  /** Bytes read at a time; 4 MiB. */
  readonly blockBytes?: number | undefined
  /** Stops after so many rows. */
  readonly mostRows?: number | undefined
}
/** A delimited file as columns, before its profile is made. */
export interface ReadCsv
  extends Pick<TableProfile, 'bytes' | 'sha256' | 'dialect' | 'badRows' | 'badRowCount' | 'oddRows'> {
  readonly rows: number
  readonly columns: readonly Column[]
}
export interface ReadProgress {
  readonly bytes: number
  readonly total: number
}

const mostColumns = 20_000

/**
 * Reads a delimited file into columns, yielding after every block so that a caller can report, pause or give up.
 * Throws `fileNotFound`, `fileNotReadable`, `fileIsDirectory`, `fileEmpty`, `notATable`, `tooManyColumns`, `valueInvalid`.
 */
export function* readCsv(file: string, options: ReadOptions = {}): Generator<ReadProgress, ReadCsv> {
  const source = openSource(file)
  try {
    const plan = makePlan(file, source, options)
    const storages = guessStorage(plan.sniffed, plan.names, options.columnTypes)
    let result: OnePass | null = yield* readOnce(plan, source, storages)
    const better = result.columns.map((column, index) =>
      keepsType(column, plan.names[index] as string, options.columnTypes)
        ? column.storage
        : other(column.storage),
    )
    if (better.some((storage, index) => storage !== storages[index])) {
      // What was read first need not be kept beside what is read next.
      result = null
      result = yield* readOnce(plan, source, better)
    }
    return finish(plan, source, result)
  } finally {
    closeSync(source.fd)
  }
}

const other = (storage: Column['kind']): Column['kind'] => (storage === 'number' ? 'text' : 'number')

interface Plan {
  readonly file: string
  readonly options: ReadOptions
  /** Null while only ASCII was seen. */
  readonly encoding: string | null
  readonly sniffed: Sniffed
  readonly names: readonly string[]
}

const makePlan = (file: string, source: SourceFile, options: ReadOptions): Plan => {
  const head = readHead(file, source)
  const encoding = options.dialect?.encoding ? checkEncoding(options.dialect.encoding) : sniffEncoding(head)
  const kind = notATable(head, encoding)
  if (kind) throw new ProblemError('notATable', { file, kind })
  const text = transcoder(encoding ?? 'utf-8')?.(head) ?? head
  const sample = { bytes: text, start: utf8MarkLength(text), whole: head.length >= source.bytes }
  if (sample.whole && text.toString('latin1', sample.start).trim() === '')
    throw new ProblemError('fileEmpty', { file })
  const decode = cellDecoder(textEncoding(encoding) ?? 'utf-8')
  const tail = readTail(file, source, encoding)
  const sniffed = sniff({ sample, tail, encoding, decode, asked: options.dialect ?? {} })
  if (sniffed.width > mostColumns)
    throw new ProblemError('tooManyColumns', { file, found: fieldCount(sample, sniffed), limit: mostColumns })
  return { file, options, encoding, sniffed, names: columnNames(sniffed.header, sniffed.width) }
}

/** How many fields the first record has. */
const fieldCount = ({ bytes }: Sample, { dialect, loneReturns, offset }: Sniffed): number => {
  const scanner = new RecordScanner({ delimiter: dialect.delimiter.charCodeAt(0), loneReturns })
  scanner.scan(bytes, offset, bytes.length, true)
  return scanner.count
}

const tailBytes = 16 * 1024

/** A file's last bytes, in UTF-8 where its own encoding has to be turned into it. */
const readTail = (file: string, source: SourceFile, encoding: string | null): Buffer => {
  // Characters of two and of four bytes are not cut in two.
  const from = Math.max(0, source.bytes - tailBytes) & ~3
  const bytes = Buffer.alloc(source.bytes - from)
  const length = reading(file, () => readSync(source.fd, bytes, 0, bytes.length, from))
  const tail = bytes.subarray(0, length)
  return transcoder(encoding ?? 'utf-8')?.(tail) ?? tail
}

/** The encoding of the bytes that are scanned: UTF-8 where the file's own had to be turned into it. */
const textEncoding = (encoding: string | null): string | null =>
  encoding !== null && transcoder(encoding) ? 'utf-8' : encoding

interface OnePass {
  readonly pass: TablePass
  readonly columns: readonly ColumnReader[]
  readonly sha256: string
}

function* readOnce(
  plan: Plan,
  source: SourceFile,
  storages: readonly Column['kind'][],
): Generator<ReadProgress, OnePass> {
  const { file, options, sniffed, names, encoding } = plan
  const { dialect } = sniffed
  const expected = Math.min(
    options.mostRows ?? Number.POSITIVE_INFINITY,
    sniffed.bytesPerRow === 0 ? 0 : (source.bytes / sniffed.bytesPerRow) * 1.01,
  )
  const columns = storages.map((storage) =>
    storage === 'number'
      ? new NumberColumnReader(dialect, sniffed.missing, expected)
      : new TextColumnReader(dialect, sniffed.missing, expected),
  )
  const pass = new TablePass({
    file,
    rules: { delimiter: dialect.delimiter.charCodeAt(0), loneReturns: sniffed.loneReturns },
    decimal: dialect.decimal,
    offset: sniffed.offset,
    line: dialect.skip + 1,
    headerRows: sniffed.headerRows,
    units: dialect.units,
    totals: sniffed.totals && { rows: sniffed.totals, does: dialect.totals ?? 'keep' },
    names,
    columns,
    mostRows: options.mostRows ?? Number.POSITIVE_INFINITY,
    encoding: textEncoding(encoding),
  })
  const hash = options.mostRows === undefined ? createHash('sha256') : undefined
  const transcode = transcoder(encoding ?? 'utf-8')
  const blocks = reading(
    file,
    () =>
      new ByteBlocks(source.fd, {
        blockBytes: options.blockBytes ?? 4 * 2 ** 20,
        hash,
        ...(transcode && { transcode }),
      }),
  )
  const steps = pass.run(blocks)
  for (;;) {
    const step = reading(file, () => steps.next())
    if (step.done) return { pass, columns, sha256: hash?.digest('hex') ?? '' }
    yield { bytes: step.value, total: source.bytes }
  }
}

const finish = (plan: Plan, source: SourceFile, { pass, columns, sha256 }: OnePass): ReadCsv => {
  const found = plan.encoding ?? pass.encoding ?? 'utf-8'
  const decode = cellDecoder(pass.encoding ?? 'utf-8')
  const oddRows = pass.oddRows()
  return {
    rows: pass.rows,
    columns: columns.map((column, index) => column.finish(plan.names[index] as string, decode)),
    bytes: source.bytes,
    sha256,
    dialect: { ...plan.sniffed.dialect, encoding: found },
    badRows: pass.bad.list,
    badRowCount: pass.bad.count,
    ...(oddRows.length > 0 && { oddRows }),
  }
}
