import { Copy, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { useAnalysis } from '../../store/analysis.ts'
import { Button } from '../../ui/buttons/Button.tsx'
import { Field } from '../../ui/form/Field.tsx'
import { deleteSelection, duplicateSelection } from '../canvas/selectionActions.ts'
import { SelectionParams } from './SelectionParams.tsx'
import styles from './SelectionSummary.module.css'

/** Several nodes at once: how much they hold, what can be done with all of them, and the parameters they share. */
export function SelectionSummary({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation()
  const parameters = useAnalysis(({ nodes }) =>
    ids.reduce((sum, id) => sum + (nodes[id]?.parameters ?? 0), 0),
  )
  return (
    <>
      <div className={styles['summary']}>
        <h3>{t('model.inspector.many', { count: ids.length })}</h3>
        <Field label={t('model.summary.parameters')}>
          <span className={styles['value']}>{formatCount(parameters)}</span>
        </Field>
        <div className={styles['actions']}>
          <Button icon={<Copy />} size="small" onPress={duplicateSelection}>
            {t('model.inspector.duplicate')}
          </Button>
          <Button icon={<Trash2 />} size="small" onPress={deleteSelection}>
            {t('model.inspector.delete')}
          </Button>
        </div>
      </div>
      <SelectionParams ids={ids} />
    </>
  )
}
