import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount, formatFigure } from '../i18n/format.ts'
import { Bars } from '../ui/chart/Bars.tsx'
import { ChartFrame } from '../ui/chart/ChartFrame.tsx'
import { classes } from '../ui/classes.ts'
import styles from './Histogram.module.css'
import type { ValueBar } from './valueBars.ts'

interface HistogramProps {
  readonly name: string
  readonly bars: readonly ValueBar[]
  /** A bar was pressed. */
  readonly onChoose?: ((bar: ValueBar, isLast: boolean) => void) | undefined
}

const isSingle = ({ from, to }: ValueBar) => from === to

/** How a column's numbers are distributed, with the bar at the pointer, or the one arrow keys lead to, told above. */
export function Histogram({ name, bars, onChoose }: HistogramProps) {
  const { t } = useTranslation()
  const [bin, setBin] = useState<number | null>(null)
  const words = useBarWords()
  const last = bars.length - 1
  const binAt = ({ currentTarget, clientX }: PointerEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    return Math.min(last, Math.max(0, Math.floor(((clientX - left) / width) * bars.length)))
  }
  const choose = (index: number | null) => {
    const bar = index === null ? undefined : bars[index]
    if (bar) onChoose?.(bar, index === last)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextBin(event.key, bin, last)
    if (event.key === 'Enter') choose(bin)
    else if (next === null) return
    else setBin(next)
    event.preventDefault()
  }
  const bar = bin === null ? undefined : bars[bin]
  return (
    <div className={styles['histogram']}>
      <ChartFrame title={t('data.rowsAxis')} at={bar ? words(bar) : ''}>
        <span className={styles['scale']} aria-hidden>
          {formatCount(Math.max(0, ...bars.map(({ count }) => count)))}
        </span>
        <div
          className={classes(styles['bars'], onChoose && styles['active'])}
          role="slider"
          tabIndex={0}
          aria-label={t('data.histogramOf', { column: name })}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={bin ?? 0}
          aria-valuetext={bar ? words(bar) : t('data.table.noBar')}
          title={onChoose ? t('data.table.filterByBar') : undefined}
          onKeyDown={onKeyDown}
          onBlur={() => setBin(null)}
          onPointerMove={(event) => setBin(binAt(event))}
          onPointerLeave={() => setBin(null)}
          onClick={() => choose(bin)}
        >
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

/** A bar in words: from which value to which, and how many rows. */
const useBarWords = () => {
  const { t } = useTranslation()
  return (one: ValueBar): string => {
    const count = formatCount(one.count)
    const from = formatFigure(one.from)
    return isSingle(one)
      ? t('data.valueAt', { value: from, count })
      : t('data.binAt', { from, to: formatFigure(one.to), count })
  }
}

/** The bar a key leads to; null when it leads nowhere. */
const nextBin = (key: string, bin: number | null, last: number): number | null => {
  if (key === 'ArrowRight' || key === 'ArrowUp') return bin === null ? 0 : Math.min(last, bin + 1)
  if (key === 'ArrowLeft' || key === 'ArrowDown') return bin === null ? last : Math.max(0, bin - 1)
  if (key === 'Home') return 0
  return key === 'End' ? last : null
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
