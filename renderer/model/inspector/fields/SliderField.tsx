import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { begin, end } from '../../../store/document.ts'
import styles from './SliderField.module.css'

interface SliderFieldProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
}

/** Steps from one end to the other. */
const steps = 100

/** A number between two limits, to drag. A drag is one undoable step. */
export function SliderField({ label, value, min, max, onChange }: SliderFieldProps) {
  const step = (max - min) / steps
  return (
    <Slider
      className={styles['slider'] ?? ''}
      aria-label={label}
      value={Math.min(max, Math.max(min, value))}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(next) => {
        begin()
        // Sums of a step leave tails such as 0.30000000000000004.
        onChange(Number(next.toPrecision(6)))
      }}
      onChangeEnd={end}
    >
      <SliderTrack className={styles['track'] ?? ''}>
        {({ state }) => (
          <>
            <span className={styles['fill']} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={styles['thumb'] ?? ''} />
          </>
        )}
      </SliderTrack>
    </Slider>
  )
}
