import { useTranslation } from 'react-i18next'
import type { Dialect } from '../../shared/table.ts'
import { encodingName, encodings } from '../i18n/encodingName.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { Select } from '../ui/form/Select.tsx'

interface DialectFieldsProps {
  readonly dialect: Dialect
  readonly onChange: (change: Partial<Dialect>) => void
  readonly layout?: 'row' | 'column'
}

const decimals = ['.', ','] as const

/** How the file's bytes are read: found by looking, and open to correction. */
export function DialectFields({ dialect, onChange, layout = 'row' }: DialectFieldsProps) {
  const { t } = useTranslation()
  const delimiters = [
    { id: ',', label: t('files.dialect.comma') },
    { id: ';', label: t('files.dialect.semicolon') },
    { id: '\t', label: t('files.dialect.tab') },
    { id: '|', label: t('files.dialect.pipe') },
    { id: ' ', label: t('files.dialect.space') },
  ]
  const known = delimiters.some(({ id }) => id === dialect.delimiter)
  const other = { id: dialect.delimiter, label: dialect.delimiter }
  const names: readonly string[] = encodings.includes(dialect.encoding as (typeof encodings)[number])
    ? encodings
    : [dialect.encoding, ...encodings]
  return (
    <>
      <Select
        label={t('files.dialect.delimiter')}
        layout={layout}
        items={known ? delimiters : [other, ...delimiters]}
        value={dialect.delimiter}
        onChange={(delimiter) => onChange({ delimiter })}
      />
      <Select
        label={t('files.dialect.encoding')}
        layout={layout}
        items={names.map((id) => ({ id, label: encodingName(t, id) }))}
        value={dialect.encoding}
        onChange={(encoding) => onChange({ encoding })}
      />
      <Select
        label={t('files.dialect.decimal')}
        layout={layout}
        items={decimals.map((id) => ({
          id,
          label: t(id === '.' ? 'files.dialect.point' : 'files.dialect.comma'),
        }))}
        value={dialect.decimal}
        onChange={(decimal) => onChange({ decimal })}
      />
      <Checkbox isSelected={dialect.header} onChange={(header) => onChange({ header })}>
        {t('files.dialect.header')}
      </Checkbox>
    </>
  )
}
