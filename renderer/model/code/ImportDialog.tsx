import { useState } from 'react'
import { FileTrigger, TextArea, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Button } from '../../ui/buttons/Button.tsx'
import { Dialog } from '../../ui/overlay/Dialog.tsx'
import { closeImport, codeStore } from './codeStore.ts'
import styles from './ImportDialog.module.css'
import { ReadReport } from './ReadReport.tsx'
import { addModel, replaceModel } from './takeIn.ts'
import { useRead } from './useRead.ts'

const endings = ['.json', '.py', '.txt', '.h5', '.hdf5', '.keras']

/** Code of a model, pasted or from a file; what was recognised in it; and whether it replaces the graph or joins it. */
function OpenDialog({ initial }: { readonly initial: string }) {
  const { t } = useTranslation()
  const [source, setSource] = useState({ name: '', text: initial })
  const read = useRead(source)
  const isRead = read !== null && !('problem' in read)
  const take = (how: typeof addModel) => () => {
    if (isRead) how(read)
    closeImport()
  }
  const choose = (files: FileList | null) => {
    const file = files?.[0]
    if (file) void file.text().then((text) => setSource({ name: file.name, text }))
  }
  return (
    <Dialog
      title={t('model.code.title')}
      closeLabel={t('app.close')}
      onClose={closeImport}
      size="large"
      footer={
        <>
          <Button onPress={closeImport}>{t('app.cancel')}</Button>
          <Button isDisabled={!isRead} onPress={take(addModel)}>
            {t('model.code.add')}
          </Button>
          <Button variant="primary" isDisabled={!isRead} onPress={take(replaceModel)}>
            {t('model.code.replace')}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['source']}>
          <div className={styles['bar']}>
            <span>{t('model.code.about')}</span>
            <FileTrigger acceptedFileTypes={endings} onSelect={choose}>
              <Button size="small">{t('model.code.file')}</Button>
            </FileTrigger>
          </div>
          <TextField
            aria-label={t('model.code.text')}
            className={styles['field'] ?? ''}
            value={source.text}
            onChange={(text) => setSource({ name: '', text })}
            autoFocus
          >
            <TextArea
              className={styles['area'] ?? ''}
              spellCheck={false}
              placeholder={t('model.code.example')}
            />
          </TextField>
        </div>
        <ReadReport read={read} />
      </div>
    </Dialog>
  )
}

/** The dialog that takes in code, while it is open. */
export function ImportDialog() {
  const initial = useStore(codeStore, ({ importing }) => importing)
  return initial === null ? null : <OpenDialog initial={initial} />
}
