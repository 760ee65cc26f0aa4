import { type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount, formatFigure } from '../i18n/format.ts'
import { Bars } from '../ui/chart/Bars.tsx'
import { ChartFrame } from '../ui/chart/ChartFrame.tsx'
import styles from './Histogram.module.css'
import type { ValueBar } from './valueBars.ts'

interface HistogramProps {
  readonly name: string
  readonly bars: readonly ValueBar[]
}

const isSingle = ({ from, to }: ValueBar) => from === to

/** How a column's numbers are distributed, with the bar at the pointer told above. */
export function Histogram({ name, bars }: HistogramProps) {
  const { t } = useTranslation()
  const [bin, setBin] = useState<number | null>(null)
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const index = Math.floor(((event.clientX - left) / width) * bars.length)
    setBin(Math.min(bars.length - 1, Math.max(0, index)))
  }
  const bar = bin === null ? undefined : bars[bin]
  const words = (one: ValueBar) => {
    const count = formatCount(one.count)
    const from = formatFigure(one.from)
    return isSingle(one)
      ? t('data.valueAt', { value: from, count })
      : t('data.binAt', { from, to: formatFigure(one.to), count })
  }
  return (
    <div className={styles['histogram']}>
      <ChartFrame title={t('data.rowsAxis')} at={bar ? words(bar) : ''}>
        <span className={styles['scale']} aria-hidden>
          {formatCount(Math.max(0, ...bars.map(({ count }) => count)))}
        </span>
        <div className={styles['bars']} onPointerMove={point} onPointerLeave={() => setBin(null)}>
          <Bars
            values={bars.map(({ count }) => count)}
            label={t('data.histogramOf', { column: name })}
            size="large"
          />
          {bin !== null && (
            <span
              className={styles['pointer']}
              style={{ left: `${(bin / bars.length) * 100}%`, width: `${100 / bars.length}%` }}
            />
          )}
        </div>
        <Axis bars={bars} />
      </ChartFrame>
    </div>
  )
}

/** Every value below its bar, or the ends and the middle of the bins. */
function Axis({ bars }: Pick<HistogramProps, 'bars'>) {
  const [first] = bars
  const last = bars.at(-1)
  if (!first || !last) return null
  const isEach = isSingle(first)
  const ticks = isEach ? bars.map(({ from }) => from) : [first.from, (first.from + last.to) / 2, last.to]
  return (
    <div className={isEach ? styles['values'] : styles['axis']} aria-hidden>
      {ticks.map((tick, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a tick is its place
        <span key={index}>{formatFigure(tick)}</span>
      ))}
    </div>
  )
}
