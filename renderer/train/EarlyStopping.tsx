import { useTranslation } from 'react-i18next'
import type { TrainingSettings } from '../../shared/training.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { NumberField } from '../ui/form/NumberField.tsx'

type Callbacks = TrainingSettings['callbacks']
interface EarlyStoppingProps {
  readonly callbacks: Callbacks
  readonly onChange: (callbacks: Callbacks) => void
}

/** Stops when the validation loss has not improved for some epochs, and goes back to the best weights. */
export function EarlyStopping({ callbacks, onChange }: EarlyStoppingProps) {
  const { t } = useTranslation()
  const stopping = callbacks.find(({ type }) => type === 'earlyStopping')
  const others = callbacks.filter(({ type }) => type !== 'earlyStopping')
  return (
    <>
      <Checkbox
        isSelected={stopping !== undefined}
        onChange={(isOn) =>
          onChange(isOn ? [...others, { type: 'earlyStopping', patience: 10, restoreBest: true }] : others)
        }
      >
        {t('train.earlyStoppingOn')}
      </Checkbox>
      {stopping && (
        <>
          <NumberField
            label={t('train.patience')}
            help={t('train.patienceHelp')}
            value={stopping.patience}
            min={1}
            max={100_000}
            isInteger
            onChange={(patience) => onChange([...others, { ...stopping, patience }])}
          />
          <Checkbox
            isSelected={stopping.restoreBest}
            onChange={(restoreBest) => onChange([...others, { ...stopping, restoreBest }])}
          >
            {t('train.restoreBest')}
          </Checkbox>
        </>
      )}
    </>
  )
}
