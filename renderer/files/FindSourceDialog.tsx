import { useTranslation } from 'react-i18next'
import { moveSourceFile } from '../../shared/edits/sources.ts'
import { client } from '../client.ts'
import { currentDocId, edit } from '../store/document.ts'
import { showDialog } from '../store/session.ts'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import { attempt } from './attempt.ts'
import { type ChosenFile, ChooseTable } from './ChooseTable.tsx'

/** Points a data source of the document at another file. */
export function FindSourceDialog({ source }: { readonly source: string }) {
  const { t } = useTranslation()
  const close = () => showDialog(null)
  const use = ({ handle, entry }: ChosenFile) =>
    attempt(async () => {
      const { file } = await client.addSource(currentDocId(), handle)
      close()
      // The hash stays: Data says so when this is another file, and asks to accept it.
      edit((project) => moveSourceFile(project, source, { file, entry }))
    })
  return (
    <Dialog title={t('files.findSource')} closeLabel={t('app.close')} onClose={close}>
      <ChooseTable docId={currentDocId()} onPicked={use} />
    </Dialog>
  )
}
