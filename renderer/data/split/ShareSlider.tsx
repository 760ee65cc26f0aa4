import { useTranslation } from 'react-i18next'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { formatPercent } from '../../i18n/format.ts'
import { begin, end } from '../../store/document.ts'
import styles from './ShareSlider.module.css'

interface ShareSliderProps {
  /** 0 to 0.9 each. */
  readonly validation: number
  readonly test: number
  /** A file of test rows takes their place: only the validation share is to choose. */
  readonly hasTestFile: boolean
  readonly onChange: (shares: { readonly validation: number; readonly test: number }) => void
}

const most = 0.9
const share = (percent: number) => Math.max(0, Math.min(most, Math.round(percent) / 100))

/** The shares of the parts, side by side, with the borders between them to drag. A drag is one undoable step. */
export function ShareSlider({ validation, test, hasTestFile, onChange }: ShareSliderProps) {
  const { t } = useTranslation()
  const last = hasTestFile ? 100 : 100 - test * 100
  const first = Math.max(0, last - validation * 100)
  const borders = hasTestFile ? [first] : [first, last]
  const change = (values: readonly number[]) => {
    const [toValidation = 0, toTest = 100] = values
    begin()
    onChange({ validation: share(toTest - toValidation), test: hasTestFile ? test : share(100 - toTest) })
  }
  const parts = [
    { part: 'train', width: first },
    { part: 'validation', width: last - first },
    { part: 'test', width: 100 - last },
  ] as const
  return (
    <Slider
      className={styles['slider'] ?? ''}
      aria-label={t('data.splitShares')}
      value={borders}
      minValue={0}
      maxValue={100}
      step={1}
      onChange={change}
      onChangeEnd={end}
    >
      <SliderTrack className={styles['track'] ?? ''}>
        <div className={styles['parts']} aria-hidden>
          {parts.map(({ part, width }) => (
            <span key={part} className={styles[part]} style={{ width: `${width}%` }}>
              {part !== 'validation' && width >= 18 && formatPercent(width / 100)}
            </span>
          ))}
        </div>
        {borders.map((_, index) => (
          <SliderThumb
            key={index === 0 ? 'validation' : 'test'}
            index={index}
            className={styles['thumb'] ?? ''}
            aria-label={t(index === 0 ? 'data.splitForm.validationFrom' : 'data.splitForm.testFrom')}
          />
        ))}
      </SliderTrack>
    </Slider>
  )
}
