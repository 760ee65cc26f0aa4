import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './ChartFrame.module.css'

/** One line of a chart and its legend. */
export interface ChartSeries {
  readonly id: string
  readonly label: string
  /** A colour, as a token: `var(--series-1)`. */
  readonly color: string
  /** Train is solid, validation dashed. */
  readonly isDashed?: boolean
}

interface ChartFrameProps {
  readonly title: string
  readonly unit?: string
  readonly series?: readonly ChartSeries[]
  /** Ids of series that are off. */
  readonly hidden?: ReadonlySet<string>
  readonly onToggle?: (id: string) => void
  /** Values at the pointer by series id; its place is fixed, so that nothing jumps. */
  readonly values?: Readonly<Record<string, string>>
  /** What the pointer is at, such as “Epoch 12”. */
  readonly at?: string
  /** Switches and the export menu, at the right of the title. */
  readonly controls?: ReactNode
  /** Says what will appear; shown instead of the chart. */
  readonly empty?: string | undefined
  readonly children: ReactNode
}

/** The frame of every chart: title, switches, legend that toggles, the value at the pointer in a fixed place. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, unit, series = [], at, controls, empty, children } = props
  return (
    <figure className={styles['frame']} aria-label={title}>
      <figcaption className={styles['top']}>
        <h3 className={styles['title']}>
          {title}
          {unit && <span className={styles['unit']}>{unit}</span>}
        </h3>
        <span className={styles['at']}>{at}</span>
        {controls && <div className={styles['controls']}>{controls}</div>}
      </figcaption>
      {series.length > 0 && !empty && <Legend {...props} series={series} />}
      <div className={styles['plot']}>{empty ? <p className={styles['empty']}>{empty}</p> : children}</div>
    </figure>
  )
}

function Legend({ series, hidden, onToggle, values }: ChartFrameProps & { series: readonly ChartSeries[] }) {
  return (
    <ul className={styles['legend']}>
      {series.map(({ id, label, color, isDashed }) => {
        const isOff = hidden?.has(id) ?? false
        return (
          <li key={id}>
            <button
              type="button"
              className={classes(styles['entry'], isOff && styles['off'])}
              aria-pressed={!isOff}
              disabled={!onToggle}
              onClick={() => onToggle?.(id)}
            >
              <svg className={styles['mark']} viewBox="0 0 16 4" aria-hidden>
                <line
                  x1="0"
                  x2="16"
                  y1="2"
                  y2="2"
                  stroke={color}
                  strokeWidth="2"
                  strokeDasharray={isDashed ? '4 2' : undefined}
                />
              </svg>
              {label}
              <span className={styles['value']}>{values?.[id] ?? ''}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
