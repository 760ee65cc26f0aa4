import { useTranslation } from 'react-i18next'
import { showDialog } from '../store/session.ts'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import { ExampleList } from './ExampleList.tsx'

/** The examples, while another project is open. */
export function ExamplesDialog() {
  const { t } = useTranslation()
  return (
    <Dialog title={t('home.examples')} closeLabel={t('app.close')} onClose={() => showDialog(null)}>
      <ExampleList />
    </Dialog>
  )
}
