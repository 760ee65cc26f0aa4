import { classes } from '../classes.ts'
import styles from './Bars.module.css'

interface BarsProps {
  /** Heights in any unit, left to right. */
  readonly values: readonly number[]
  readonly label: string
  readonly color?: string
  /** `small` for a table's header. */
  readonly size?: 'small' | 'large'
}

/** A histogram without axes. Empty bins keep their place; any count above zero shows. */
export function Bars({ values, label, color, size = 'small' }: BarsProps) {
  const top = Math.max(1, ...values)
  const width = 100 / Math.max(1, values.length)
  return (
    <svg
      className={classes(styles['bars'], styles[size])}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      style={color ? { color } : {}}
    >
      {values.map((value, index) => {
        const height = value > 0 ? Math.max(3, (value / top) * 100) : 0
        return (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a bin is its place
            key={index}
            x={index * width + width * 0.06}
            y={100 - height}
            width={width * 0.88}
            height={height}
          />
        )
      })}
    </svg>
  )
}
