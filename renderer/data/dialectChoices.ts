import type { TFunction } from 'i18next'
import type { Dialect } from '../../shared/table.ts'
import { encodingName, encodings } from '../i18n/encodingName.ts'

/** The parts of a dialect that are one of a few choices; the last two concern rows that only some files have. */
export const dialectParts = [
  'encoding',
  'delimiter',
  'decimal',
  'thousands',
  'header',
  'units',
  'totals',
] as const
export type DialectPart = (typeof dialectParts)[number]

/** One way to read a part, and its words. */
export interface DialectChoice {
  readonly id: string
  readonly label: string
  readonly patch: Partial<Dialect>
}

const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const
const decimals = { '.': 'point', ',': 'comma' } as const
const thousandsMarks = { '': 'none', ',': 'comma', '.': 'point', ' ': 'space', "'": 'apostrophe' } as const

const delimiterName = (t: TFunction, delimiter: string) =>
  Object.hasOwn(delimiters, delimiter)
    ? t(`data.delimiters.${delimiters[delimiter as keyof typeof delimiters]}`)
    : t('data.delimiters.other', { mark: delimiter })

const headerName = (t: TFunction, rows: number) =>
  rows === 0
    ? t('data.headers.no')
    : rows === 1
      ? t('data.headers.yes')
      : t('data.headers.several', { count: rows })

/** Whether a part is worth showing: rows of units and totals only where the file has any. */
export const isShownPart = (part: DialectPart, dialect: Dialect): boolean =>
  (part !== 'units' && part !== 'totals') || dialect[part] !== undefined

/** The words for how a part is read now. */
export const dialectValue = (t: TFunction, part: DialectPart, dialect: Dialect): DialectChoice => {
  switch (part) {
    case 'encoding': {
      const { encoding } = dialect
      return { id: encoding.toLowerCase(), label: encodingName(t, encoding), patch: { encoding } }
    }
    case 'delimiter': {
      const { delimiter } = dialect
      return { id: delimiter, label: delimiterName(t, delimiter), patch: { delimiter } }
    }
    case 'decimal': {
      const { decimal } = dialect
      return { id: decimal, label: t(`data.decimals.${decimals[decimal]}`), patch: { decimal } }
    }
    case 'thousands': {
      const { thousands } = dialect
      return {
        id: thousands,
        label: t(`data.thousands.${thousandsMarks[thousands]}`),
        patch: { thousands },
      }
    }
    case 'header': {
      const { header, headerRows = 1 } = dialect
      const rows = header ? headerRows : 0
      return {
        id: String(rows),
        label: headerName(t, rows),
        patch: { header, headerRows: rows > 1 ? rows : undefined },
      }
    }
    case 'units':
    case 'totals': {
      const does = dialect[part] ?? 'drop'
      return { id: does, label: t(`data.oddRows.${does}`), patch: { [part]: does } }
    }
  }
}

const usual: Readonly<Record<DialectPart, readonly Partial<Dialect>[]>> = {
  encoding: encodings.map((encoding) => ({ encoding })),
  delimiter: Object.keys(delimiters).map((delimiter) => ({ delimiter })),
  decimal: [{ decimal: '.' }, { decimal: ',' }],
  thousands: (['', ',', '.', ' ', "'"] as const).map((thousands) => ({ thousands })),
  header: [
    { header: true, headerRows: 1 },
    { header: true, headerRows: 2 },
    { header: true, headerRows: 3 },
    { header: false },
  ],
  units: [{ units: 'drop' }, { units: 'keep' }],
  totals: [{ totals: 'drop' }, { totals: 'keep' }],
}

/** Every way to read a part: the usual ones, and the present one if it is another. */
export const dialectChoices = (t: TFunction, part: DialectPart, now: Dialect): readonly DialectChoice[] => {
  const choices = usual[part]
    // One mark can't both part thousands and decimals.
    .filter((patch) => part !== 'thousands' || patch.thousands !== now.decimal)
    .map((patch) => dialectValue(t, part, { ...now, ...patch }))
  const present = dialectValue(t, part, now)
  return choices.some(({ id }) => id === present.id) ? choices : [present, ...choices]
}

/** What brings the finding out of a part back. A decimal mark is found together with the thousands mark. */
export const dialectReset = (part: DialectPart): Partial<Dialect> => {
  if (part === 'decimal') return { decimal: undefined, thousands: undefined }
  return part === 'header' ? { header: undefined, headerRows: undefined } : { [part]: undefined }
}

/** A chosen part with what it implies: the mark of decimals can't be that of thousands, and a header may lie elsewhere. */
export const dialectPatch = (part: DialectPart, { patch }: DialectChoice): Partial<Dialect> =>
  part === 'decimal' ? { ...patch, thousands: undefined } : patch
