import { useTranslation } from 'react-i18next'
import { setTraining } from '../../shared/edits/setValues.ts'
import type { TrainingSettings } from '../../shared/training.ts'
import { edit, useProject } from '../store/document.ts'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { NumberField } from '../ui/form/NumberField.tsx'
import { Section } from '../ui/layout/Section.tsx'
import { EarlyStopping } from './EarlyStopping.tsx'
import { OptimizerFields } from './OptimizerFields.tsx'
import { OutputLosses } from './OutputLosses.tsx'
import { ScheduleFields } from './ScheduleFields.tsx'

/** Changes how the next run is trained: one undoable step. */
const change = (patch: Partial<TrainingSettings>) => void edit((project) => setTraining(project, patch))

/** How the next run is trained. Part of the document, so every field can be undone. */
export function TrainingForm() {
  const { t } = useTranslation()
  const { epochs, batchSize, seed, optimizer, schedule, callbacks } = useProject(({ training }) => training)
  return (
    <>
      <Section title={t('train.loop')}>
        <NumberField
          label={t('train.epochs')}
          help={t('train.epochsHelp')}
          value={epochs}
          min={1}
          max={1_000_000}
          isInteger
          onChange={(value) => change({ epochs: value })}
        />
        <NumberField
          label={t('train.batchSize')}
          help={t('train.batchSizeHelp')}
          value={batchSize === 'all' ? null : batchSize}
          min={1}
          max={10_000_000}
          isInteger
          isDisabled={batchSize === 'all'}
          onChange={(value) => change({ batchSize: value })}
        />
        <Checkbox
          isSelected={batchSize === 'all'}
          onChange={(isAll) => change({ batchSize: isAll ? 'all' : 32 })}
        >
          {t('train.allRows')}
        </Checkbox>
        <NumberField
          label={t('train.seed')}
          help={t('train.seedHelp')}
          value={seed}
          min={0}
          max={0xffff_ffff}
          isInteger
          onChange={(value) => change({ seed: value })}
        />
      </Section>
      <Section title={t('train.optimizer')}>
        <OptimizerFields optimizer={optimizer} onChange={(value) => change({ optimizer: value })} />
        <ScheduleFields schedule={schedule} onChange={(value) => change({ schedule: value })} />
      </Section>
      <Section title={t('train.losses')}>
        <OutputLosses />
      </Section>
      <Section title={t('train.earlyStopping')}>
        <EarlyStopping callbacks={callbacks} onChange={(value) => change({ callbacks: value })} />
      </Section>
    </>
  )
}
