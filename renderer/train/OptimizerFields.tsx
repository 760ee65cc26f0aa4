import { useTranslation } from 'react-i18next'
import type { OptimizerSettings } from '../../shared/training.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { NumberField } from '../ui/form/NumberField.tsx'
import { Select } from '../ui/form/Select.tsx'

interface OptimizerFieldsProps {
  readonly optimizer: OptimizerSettings
  readonly onChange: (optimizer: OptimizerSettings) => void
}

const types = ['adam', 'sgd', 'rmsprop', 'adagrad'] as const

/** Which optimizer, its learning rate, and what SGD has besides. */
export function OptimizerFields({ optimizer, onChange }: OptimizerFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        label={t('train.optimizer')}
        help={t(`train.optimizerHelp.${optimizer.type}`)}
        items={types.map((id) => ({ id, label: t(`train.optimizers.${id}`) }))}
        value={optimizer.type}
        onChange={(type) => onChange({ type, learningRate: optimizer.learningRate })}
      />
      <NumberField
        label={t('train.learningRate')}
        value={optimizer.learningRate}
        min={1e-12}
        max={1000}
        onChange={(learningRate) => onChange({ ...optimizer, learningRate })}
      />
      {optimizer.type === 'sgd' && (
        <>
          <NumberField
            label={t('train.momentum')}
            value={optimizer.momentum ?? 0}
            min={0}
            max={0.9999}
            onChange={(momentum) => onChange({ ...optimizer, momentum })}
          />
          <Checkbox
            isSelected={optimizer.nesterov ?? false}
            onChange={(nesterov) => onChange({ ...optimizer, nesterov })}
          >
            {t('train.nesterov')}
          </Checkbox>
        </>
      )}
    </>
  )
}
