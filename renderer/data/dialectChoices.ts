import type { TFunction } from 'i18next'
import type { Dialect } from '../../shared/table.ts'

/** The parts of a dialect that the source bar shows. */
export const dialectParts = ['encoding', 'delimiter', 'decimal', 'header'] as const
export type DialectPart = (typeof dialectParts)[number]

/** One way to read a part, and its words. */
export interface DialectChoice {
  readonly id: string
  readonly label: string
  readonly patch: Partial<Dialect>
}

const encodings = ['utf-8', 'cp949', 'utf-16le', 'utf-16be', 'windows-1252'] as const
const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const
const decimals = { '.': 'point', ',': 'comma' } as const

const encodingName = (t: TFunction, encoding: string) => {
  const known = encodings.find((one) => one === encoding.toLowerCase())
  return known ? t(`data.encodings.${known}`) : encoding.toUpperCase()
}

const delimiterName = (t: TFunction, delimiter: string) =>
  Object.hasOwn(delimiters, delimiter)
    ? t(`data.delimiters.${delimiters[delimiter as keyof typeof delimiters]}`)
    : t('data.delimiters.other', { mark: delimiter })

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
    case 'header': {
      const { header } = dialect
      return { id: String(header), label: t(`data.headers.${header ? 'yes' : 'no'}`), patch: { header } }
    }
  }
}

const usual: Readonly<Record<DialectPart, readonly Partial<Dialect>[]>> = {
  encoding: encodings.map((encoding) => ({ encoding })),
  delimiter: Object.keys(delimiters).map((delimiter) => ({ delimiter })),
  decimal: [{ decimal: '.' }, { decimal: ',' }],
  header: [{ header: true }, { header: false }],
}

/** Every way to read a part: the usual ones, and the present one if it is another. */
export const dialectChoices = (t: TFunction, part: DialectPart, now: Dialect): readonly DialectChoice[] => {
  const choices = usual[part].map((patch) => dialectValue(t, part, { ...now, ...patch }))
  const present = dialectValue(t, part, now)
  return choices.some(({ id }) => id === present.id) ? choices : [present, ...choices]
}

/** What brings the finding out of a part back. A decimal mark is found together with the thousands mark. */
export const dialectReset = (part: DialectPart): Partial<Dialect> =>
  part === 'decimal' ? { decimal: undefined, thousands: undefined } : { [part]: undefined }

/** A chosen part with what it implies: the mark of decimals can't be that of thousands, and a header may lie elsewhere. */
export const dialectPatch = (part: DialectPart, { patch }: DialectChoice): Partial<Dialect> =>
  part === 'decimal' ? { ...patch, thousands: undefined } : patch
