import { useTranslation } from 'react-i18next'
import type { TrainingSettings } from '../../shared/training.ts'
import { NumberField } from '../ui/form/NumberField.tsx'
import { Select } from '../ui/form/Select.tsx'

type Schedule = TrainingSettings['schedule']
interface ScheduleFieldsProps {
  readonly schedule: Schedule
  readonly onChange: (schedule: Schedule) => void
}

const starts: Readonly<Record<Schedule['type'], Schedule>> = {
  constant: { type: 'constant' },
  inverseTime: { type: 'inverseTime', decay: 1e-4 },
  exponential: { type: 'exponential', decayRate: 0.9, decaySteps: 1000 },
}
const types = ['constant', 'inverseTime', 'exponential'] as const

/** How the learning rate changes as training goes on. */
export function ScheduleFields({ schedule, onChange }: ScheduleFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        label={t('train.schedule')}
        items={types.map((id) => ({ id, label: t(`train.schedules.${id}`) }))}
        value={schedule.type}
        onChange={(type) => onChange(starts[type])}
      />
      {schedule.type === 'inverseTime' && (
        <NumberField
          label={t('train.decay')}
          help={t('train.decayHelp')}
          value={schedule.decay}
          min={0}
          onChange={(decay) => onChange({ ...schedule, decay })}
        />
      )}
      {schedule.type === 'exponential' && (
        <>
          <NumberField
            label={t('train.decayRate')}
            value={schedule.decayRate}
            min={1e-6}
            onChange={(decayRate) => onChange({ ...schedule, decayRate })}
          />
          <NumberField
            label={t('train.decaySteps')}
            value={schedule.decaySteps}
            min={1}
            isInteger
            onChange={(decaySteps) => onChange({ ...schedule, decaySteps })}
          />
        </>
      )}
    </>
  )
}
