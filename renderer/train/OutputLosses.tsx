import { useTranslation } from 'react-i18next'
import { setOutput } from '../../shared/edits/setValues.ts'
import { asLossName, effectiveLoss, losses } from '../../shared/losses.ts'
import { modelNames } from '../../shared/names.ts'
import { isOutput } from '../../shared/project.ts'
import { useWords } from '../i18n/useWords.ts'
import { edit, useProject } from '../store/document.ts'
import { NumberField } from '../ui/form/NumberField.tsx'
import styles from './OutputLosses.module.css'

/** Every output's loss and its weight in the total; the loss itself is chosen on the Output node. */
export function OutputLosses() {
  const { t } = useTranslation()
  const { words } = useWords()
  const project = useProject((whole) => whole)
  const names = modelNames(project).outputs
  const outputs = Object.entries(project.nodes).flatMap(([id, node]) =>
    isOutput(node) ? [{ id, node }] : [],
  )
  if (outputs.length === 0) return <p className={styles['note']}>{t('train.noOutputs')}</p>
  return (
    <>
      {outputs.map(({ id, node }) => {
        const loss = asLossName(effectiveLoss(node.output) ?? '')
        return (
          <NumberField
            key={id}
            label={t('train.weightOf', { output: names.get(id) ?? id })}
            help={loss ? words(losses[loss].title) : t('train.noLoss')}
            value={node.output.lossWeight ?? 1}
            min={0}
            onChange={(lossWeight) => void edit((whole) => setOutput(whole, id, { lossWeight }))}
          />
        )
      })}
      <p className={styles['note']}>{t('train.totalIs')}</p>
    </>
  )
}
