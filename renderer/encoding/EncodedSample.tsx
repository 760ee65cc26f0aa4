import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Encoding } from '../../shared/prep/encoding.ts'
import { client } from '../client.ts'
import { formatFigure } from '../i18n/format.ts'
import { currentDocId } from '../store/document.ts'
import styles from './EncodingForm.module.css'
import { type EncodedCell, encodeSample } from './encodeSample.ts'

interface EncodedSampleProps {
  readonly source: string
  /** The place of the column in the file. */
  readonly index: number
  readonly encoding: Encoding
}

/** Rows that the sample learns from. */
const sampleRows = 200
/** Numbers of a cell that are shown. */
const mostValues = 6

/** What the first cells of a column become, told as the form changes. Nothing while they are read, or when they can't be encoded. */
export function EncodedSample({ source, index, encoding }: EncodedSampleProps) {
  const { t } = useTranslation()
  const cells = useFirstCells(source, index)
  const sample = useMemo(() => (cells ? attempt(encoding, cells) : null), [cells, encoding])
  if (!sample) return null
  return (
    <div className={styles['sample']}>
      <table className={styles['cells']} aria-label={t('encoding.sample.title')}>
        <tbody>
          {sample.map(({ cell, values }) => (
            <tr key={cell ?? ''}>
              <th scope="row" title={cell ?? undefined}>
                {cell ?? t('encoding.sample.missing')}
              </th>
              <td>
                {values.slice(0, mostValues).map(formatFigure).join(', ')}
                {values.length > mostValues && ' …'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['note']}>{t('encoding.sample.note', { count: sampleRows })}</p>
    </div>
  )
}

const attempt = (encoding: Encoding, cells: readonly (string | null)[]): readonly EncodedCell[] | null => {
  try {
    return encodeSample(encoding, cells)
  } catch {
    // What is wrong with it stands in the form, or in Checks.
    return null
  }
}

const useFirstCells = (source: string, index: number): readonly (string | null)[] | null => {
  const [read, setRead] = useState<{
    readonly key: string
    readonly cells: readonly (string | null)[]
  } | null>(null)
  const key = `${source} ${index}`
  useEffect(() => {
    let isWanted = true
    client.sourceRows(currentDocId(), source, { filters: [] }, 0, sampleRows).then(
      ({ rows }) => {
        if (isWanted) setRead({ key, cells: rows.map((row) => row[index] ?? null) })
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [source, index, key])
  return read?.key === key ? read.cells : null
}
