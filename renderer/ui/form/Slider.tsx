import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components'
import { fieldClass, FieldParts, type FieldProps } from './Field.tsx'
import styles from './Slider.module.css'

interface SliderProps extends FieldProps {
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly onChange: (value: number) => void
  /** The drag, or the key press, is over. */
  readonly onChangeEnd?: (value: number) => void
  /** The value as people read it. */
  readonly text?: string
  readonly isDisabled?: boolean
}

/** A number by dragging. Wrap drags in the document's gesture so that they undo as one. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step, onChange, onChangeEnd, text, isDisabled } = props
  return (
    <AriaSlider
      className={fieldClass(props)}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={onChange}
      {...(onChangeEnd ? { onChangeEnd } : {})}
      {...(isDisabled ? { isDisabled } : {})}
      {...(props.isLabelHidden ? { 'aria-label': label } : {})}
    >
      <FieldParts {...props}>
        <div className={styles['line']}>
          <SliderTrack className={styles['track'] ?? ''}>
            {({ state }) => (
              <>
                <span className={styles['rail']} />
                <span className={styles['fill']} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
                <SliderThumb className={styles['thumb'] ?? ''} />
              </>
            )}
          </SliderTrack>
          <output className={styles['text']}>{text ?? value}</output>
        </div>
      </FieldParts>
    </AriaSlider>
  )
}
