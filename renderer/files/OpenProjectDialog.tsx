import { Upload } from 'lucide-react'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { showDialog } from '../store/session.ts'
import { Button } from '../ui/buttons/Button.tsx'
import { Dialog } from '../ui/overlay/Dialog.tsx'
import { openDropped } from './DropTarget.tsx'
import { FolderBrowser } from './FolderBrowser.tsx'
import { openPicked } from './opening.ts'

/** Serve: chooses a project or a pack below the root folder, or one from this computer. */
export function OpenProjectDialog() {
  const { t } = useTranslation()
  const [path, setPath] = useState('')
  const close = () => showDialog(null)
  return (
    <Dialog
      title={t('files.open.title')}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <FileTrigger
          acceptedFileTypes={['.loom', '.loompack']}
          onSelect={(files) => {
            const file = files?.[0]
            if (!file) return
            close()
            openDropped(file)
          }}
        >
          <Button icon={<Upload />}>{t('files.open.upload')}</Button>
        </FileTrigger>
      }
    >
      <FolderBrowser
        kind="project"
        path={path}
        onPath={setPath}
        onFile={({ handle, name, bytes }) => {
          if (!handle) return
          close()
          openPicked({ handle, name, bytes })
        }}
      />
    </Dialog>
  )
}
