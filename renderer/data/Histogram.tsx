import { type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NumberSummary } from '../../shared/table.ts'
import { formatCount, formatFigure } from '../i18n/format.ts'
import { Bars } from '../ui/chart/Bars.tsx'
import { ChartFrame } from '../ui/chart/ChartFrame.tsx'
import styles from './Histogram.module.css'

interface HistogramProps {
  readonly name: string
  readonly summary: NumberSummary
}

/** How a column's numbers are distributed, with the bin at the pointer told above. */
export function Histogram({ name, summary }: HistogramProps) {
  const { t } = useTranslation()
  const [bin, setBin] = useState<number | null>(null)
  const { min, max, histogram } = summary
  const edge = (index: number) => formatFigure(min + ((max - min) * index) / histogram.length)
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const index = Math.floor(((event.clientX - left) / width) * histogram.length)
    setBin(Math.min(histogram.length - 1, Math.max(0, index)))
  }
  const at =
    bin === null
      ? ''
      : t('data.binAt', { from: edge(bin), to: edge(bin + 1), count: formatCount(histogram[bin] ?? 0) })
  return (
    <div className={styles['histogram']}>
      <ChartFrame title={t('data.rowsAxis')} at={at}>
        <div className={styles['plot']}>
          <span className={styles['scale']} aria-hidden>
            <span>{formatCount(Math.max(...histogram))}</span>
            <span>0</span>
          </span>
          <div className={styles['bars']} onPointerMove={point} onPointerLeave={() => setBin(null)}>
            <Bars values={histogram} label={t('data.histogramOf', { column: name })} size="large" />
            {bin !== null && (
              <span
                className={styles['pointer']}
                style={{ left: `${(bin / histogram.length) * 100}%`, width: `${100 / histogram.length}%` }}
              />
            )}
          </div>
        </div>
        <div className={styles['axis']} aria-hidden>
          <span>{formatFigure(min)}</span>
          <span>{formatFigure((min + max) / 2)}</span>
          <span>{formatFigure(max)}</span>
        </div>
      </ChartFrame>
    </div>
  )
}
