import { useTranslation } from 'react-i18next'
import { removeSource, usesOfSource } from '../../shared/edits/manageSources.ts'
import { sourceName } from '../../shared/sourceName.ts'
import { formatCount } from '../i18n/format.ts'
import { edit, useProject } from '../store/document.ts'
import { showDialog } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import styles from './RemoveSourceDialog.module.css'

/** What the model loses with a source, before it is removed. */
export function RemoveSourceDialog({ source: id }: { readonly source: string }) {
  const { t } = useTranslation()
  const project = useProject((whole) => whole)
  const source = project.data.sources.find((one) => one.id === id)
  const { columns, inputs, outputs } = usesOfSource(project, id)
  const close = () => showDialog(null)
  const remove = () => {
    edit((whole) => removeSource(whole, id))
    close()
  }
  return (
    <Dialog
      title={t('data.source.removing.title', { source: source ? sourceName(source) : id })}
      closeLabel={t('app.cancel')}
      size="small"
      role="alertdialog"
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('app.cancel')}</Button>
          <Button variant="danger" onPress={remove}>
            {t('data.source.remove')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <p>{t('data.source.removing.uses', { count: columns, formatted: formatCount(columns) })}</p>
        <ul className={styles['list']}>
          {inputs.length > 0 && <li>{t('data.source.removing.inputs', { names: inputs.join(', ') })}</li>}
          {outputs.length > 0 && <li>{t('data.source.removing.outputs', { names: outputs.join(', ') })}</li>}
        </ul>
        <p>{t('data.source.removing.undo')}</p>
      </div>
    </Dialog>
  )
}
